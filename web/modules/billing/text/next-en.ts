export const text = {
  title: 'Next invoice',
  when: (issued: string, due: string) => `Issued on ${issued}, due on ${due}`,
  period: (from: string, to: string) => `For ${from} to ${to}`,
  times: (quantity: string) => `× ${quantity}`,
  part: (days: string, of: string) => `Up to the billing day: ${days} of ${of} days`,
  tax: 'Tax',
  total: 'Total',
  totalOfThis: 'Total for this service',
  together: (count: number) =>
    count === 1 ? 'On one invoice with another service.' : `On one invoice with ${count} other services.`,
  used: 'With what was used until now.',
  changed: 'At the terms that were agreed to begin with this period.',
  repriced: 'At the price announced for this period.',
  none: {
    paid_once: 'It was paid once; no invoice follows.',
    free: 'It is free of charge; no invoice follows.',
    ends: 'It ends; no invoice follows.',
    not_begun: 'It has not begun yet. The first invoice came with the order.',
    on_hold: 'It is on hold until its open invoice is paid; none is issued meanwhile.',
    paused: 'It is paused, or will be soon. The next invoice follows once it starts again.',
    change_under_way: 'A change waits for its payment; the next invoice follows after it.',
  },
};

export type Text = typeof text;

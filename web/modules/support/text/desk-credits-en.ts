export const text = {
  title: 'Credit for missed promises',
  lead: 'Drafted when a promise with a credit is missed. Nothing is given before somebody decides.',
  client: 'Client and ticket',
  why: 'What was missed',
  part: (percent: number, month: string) => `${percent}% of ${month} a month`,
  state: 'State',
  states: { drafted: 'To decide', given: 'Given', dismissed: 'Not given' },
  by: (name: string, reason: string) => `${name}: ${reason}`,
  amount: 'Amount',
  empty: 'Nothing is owed',
  emptyHint:
    'A policy can say which part of a month’s price a client gets when it is missed. What follows from that waits here.',
  decide: 'Decide',
  decideTitle: (client: string) => `Credit for ${client}`,
  decideLead: (number: number) =>
    `For ticket #${number}. It becomes credit at our own cost, which pays the client’s next invoices.`,
  how: 'What happens',
  ways: { give: 'Give credit', dismiss: 'Give nothing' },
  reason: 'Reason',
  clientReads: 'The client reads it, so write in their language.',
  staffRead: 'Only staff read it.',
  give: (sum: string) => `Give ${sum}`,
  dismiss: 'Give nothing',
  given: (sum: string) => `${sum} given. The client was told.`,
  dismissed: 'Nothing is given.',
  needsAmount: 'Enter an amount.',
  problems: {
    credit_decided: 'Somebody has decided about it in the meantime. Reload to see how.',
    goodwill_limit:
      'That is more than this client may be given now. Billing’s settings say how much that is.',
  },
};

export type Text = typeof text;

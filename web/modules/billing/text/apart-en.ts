export const text = {
  problems: {
    not_apart: 'Something was paid, or it is not due any more. Load the page again.',
  },
  title: 'Bill separately',
  lead: 'What you choose leaves this invoice by a credit note and is billed again right away, on an invoice with the same due date.',
  services: 'To be billed separately',
  needsOne: 'Choose at least one, and leave at least one on this invoice.',
  send: 'Bill separately',
  sent: 'It is taken off. The new invoice follows in a moment.',
};

export type Text = typeof text;

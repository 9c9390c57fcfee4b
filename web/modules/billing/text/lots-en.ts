export const text = {
  add: 'Add money',
  title: 'Where it comes from',
  lead: 'The oldest is used first.',
  left: (left: string, amount: string) => `${left} of ${amount}`,
  until: (day: string) => `until ${day}`,
  history: 'What came and went',
  sources: {
    deposit: 'Added by you',
    overpayment: 'Paid too much',
    invoice_voided: 'Paid on an invoice that was withdrawn',
    credit_note: 'Credit note',
    credit_released: 'Taken off an invoice again',
    refund_returned: 'Refund that came back',
    dispute_returned: 'Back after a dispute at the bank',
    goodwill: 'Given by us',
  },
  from: (source: string, day: string) => `${source}, ${day}`,
};
export type Text = typeof text;

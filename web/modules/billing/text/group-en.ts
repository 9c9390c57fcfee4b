export const text = {
  title: 'Statement of the group',
  all: 'Group',
  lead: 'What was invoiced for this organization and all below it, and what was paid, whoever pays.',
  organization: 'Organization',
  before: 'Owed before',
  invoiced: 'Invoiced',
  paid: 'Paid',
  now: 'Owed now',
  together: 'Together',
  outside: 'not in the group now, or closed to you',
  paidBy: (name: string) => `paid by ${name}`,
  movements: 'Movements',
  csv: 'Download CSV',
};

export type Text = typeof text;

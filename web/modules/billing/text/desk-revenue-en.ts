const names = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export const text = {
  title: 'Deferred revenue',
  lead: 'What clients were invoiced for days to come is owed to them in service. It becomes revenue day by day, booked when a month is over.',
  billing: 'Billing settings',
  file: 'Download as CSV',
  months: 'Month by month',
  of: (currency: string) => `Month by month, ${currency}`,
  balance: 'Not earned yet',
  waiting: 'Of it waits for its service to begin',
  month: 'Month',
  monthOf: (day: string) => `${names[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`,
  recognized: 'Recognized',
  coming: 'To be recognized',
  empty: 'Nothing is deferred',
  emptyHint: 'Once invoices defer what is for days to come, each month and its revenue stands here.',
  setting: 'When invoices become revenue',
  settingLead:
    'Without this, an invoice is revenue on the day it is issued. Ask whoever keeps your books before you change it; what is issued stays as it was booked.',
  on: 'Defer what is invoiced for days to come',
  from: 'Invoices issued from',
  fromHint: 'Best the first day of a month or of a year.',
  needsDay: 'Choose a day.',
  save: 'Save this choice',
  saved: 'Saved. It holds for invoices from now on.',
};

export type Text = typeof text;

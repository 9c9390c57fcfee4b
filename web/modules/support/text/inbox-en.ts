export const text = {
  title: 'Inbox',
  lead: 'Tickets of all your organizations, the last written to first.',
  subject: 'Subject',
  state: 'State',
  last: 'Last message',
  empty: 'Nothing is open',
  emptyHint: 'In none of your organizations a ticket waits for anybody.',
};

export type Text = typeof text;

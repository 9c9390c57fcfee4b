export const text = {
  dashboard: {
    morning: (name: string) => `Good morning, ${name}`,
    day: (name: string) => `Good afternoon, ${name}`,
    evening: (name: string) => `Good evening, ${name}`,
    needs: 'Needs you now',
    activity: 'What happened lately',
    emptyTitle: 'Your services and invoices will stand here',
    empty:
      'As soon as you order something, you see at a glance what runs, what is due and what was answered.',
  },
  more: {
    title: 'More',
    organization: 'Your organization',
    account: 'Your account',
  },
  today: {
    title: 'Today',
    emptyTitle: 'Nothing is waiting',
    empty: 'Orders, payments and tickets that need a person will stand here.',
  },
};

export type Text = typeof text;

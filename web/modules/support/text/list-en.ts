import { plural } from '../../../kernel/i18n/plural.ts';
import { text as levels } from './levels/en.ts';

export const text = {
  draft: 'Draft',
  title: 'Support',
  lead: (active: number, yours: number) =>
    [
      plural(active, '1 open ticket', `${active} open tickets`),
      yours > 0 && plural(yours, 'one waits for your answer', `${yours} wait for your answer`),
    ]
      .filter(Boolean)
      .join(', '),
  calm: 'No open tickets right now.',
  sharing: 'Who reads our tickets',
  caption: 'Your tickets',
  ask: 'Ask for help',
  search: 'Words or ticket number',
  filter: 'State',
  statuses: {
    active: 'Open',
    waiting_customer: 'Your turn',
    resolved: 'Solved',
    closed: 'Closed',
  },
  service: 'Service',
  allServices: 'All services',
  ticket: 'Ticket',
  last: 'Last message',
  state: 'State',
  priority: 'Priority',
  by: { client: 'You wrote', staff: 'We wrote' },
  unread: 'New answer',
  empty: 'Ask us anything',
  emptyHint:
    'A question about an invoice, something that does not work, a wish: write it here and follow the answer. Your tickets and all our replies stay in this place.',
  levels,
};

export type Text = typeof text;

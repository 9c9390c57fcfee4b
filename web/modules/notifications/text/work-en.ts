import type { Reach } from '../../../../server/modules/notifications/contract.ts';

export const text = {
  topics: {
    'support-new': {
      name: 'New tickets',
      hint: 'For staff: tickets that clients open, and tickets that are given to you.',
    },
    'support-queue': {
      name: 'Promised times',
      hint: 'For staff: answers that are nearly due or overdue, where you are to be told of them.',
    },
    'support-assigned': {
      name: 'Your tickets',
      hint: 'For staff: replies and notes on tickets that you look after, and notes that mention you.',
    },
  } as Record<string, { name: string; hint: string }>,
  requiredFor: {
    'support-assigned': 'Escalations that call for you come whatever is chosen here; their level says how.',
  } as Record<string, string>,
  reaches: {
    all: 'All tickets',
    queues: 'In my queues',
    given: 'Only given to me',
    none: 'None',
  } satisfies Record<Reach, string> as Record<Reach, string>,
  reached: (topic: string, channel: string, reach: string) => `${topic}, ${channel}: ${reach}`,
  queues:
    'A queue without members of its own counts as everybody’s in the support team. Clients’ replies reach whoever has the ticket.',
};

export type Text = typeof text;

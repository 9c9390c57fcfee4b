import { z } from 'zod';
import { defineSetting } from '../../kernel/settings.ts';

export const guestRules = defineSetting({
  key: 'guests.rules',
  schema: z.object({
    /** Hours in which a message has to be confirmed by its mailed link. */
    confirmHours: z.int().min(1).max(168),
    /** Days for which a mailed link opens a ticket. */
    linkDays: z.int().min(1).max(365),
    /** Links mailed to one address within a day, whoever asks; further messages are dropped without a word. */
    mailsPerAddress: z.int().min(1).max(50),
    /** Messages from one network within an hour; who writes more is told to wait. */
    messagesPerNetwork: z.int().min(1).max(1000),
  }),
  default: { confirmHours: 48, linkDays: 30, mailsPerAddress: 3, messagesPerNetwork: 20 },
});

/** Who may order without an account, and how much of it stands open. */
export const guestOrders = defineSetting({
  key: 'guests.orders',
  schema: z.object({
    /** Off: visitors sign in before they order. What was ordered before goes on. */
    on: z.boolean(),
    /** Orders asked for from one network within an hour; who asks for more is told to wait. */
    ordersPerNetwork: z.int().min(1).max(1000),
    /** Orders that one guest may have unpaid at once, since each holds what it orders. */
    unpaidPerGuest: z.int().min(1).max(50),
  }),
  default: { on: true, ordersPerNetwork: 10, unpaidPerGuest: 3 },
});

import { z } from 'zod';
import { defineSetting } from '../../kernel/settings.ts';

export const feedbackRules = defineSetting({
  key: 'feedback.rules',
  schema: z.object({
    on: z.boolean(),
    /** Hours between closing a ticket and the question. */
    waitHours: z.int().min(0).max(720),
    /** Nobody is asked twice within so many days, whatever organizations they belong to. */
    everyDays: z.int().min(1).max(365),
    /** Days after the question until the one reminder; 0 for none. */
    reminderDays: z.int().min(0).max(30),
    /** Days for which the mailed links take an answer. */
    linkDays: z.int().min(7).max(90),
    /** The highest score that somebody looks into; 0 for none. */
    lowScore: z.int().min(0).max(4),
    /** Names of queues of which nobody is asked. */
    queuesOff: z.array(z.string().max(40)).max(100),
    /** Months for which comments are kept; the scores stay. */
    commentMonths: z.int().min(1).max(120),
  }),
  default: {
    on: true,
    waitHours: 2,
    everyDays: 14,
    reminderDays: 3,
    linkDays: 30,
    lowScore: 2,
    queuesOff: [],
    commentMonths: 24,
  },
});

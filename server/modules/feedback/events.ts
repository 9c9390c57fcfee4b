import { z } from 'zod';
import { defineEvent } from '../../kernel/events/define.ts';

const ratingId = z.object({ ratingId: z.string() });

export const ratingAsked = defineEvent('feedback.rating-asked', {
  audience: 'staff',
  data: ratingId.extend({ reminder: z.boolean() }),
});
/** Given or changed. What was said with it is in the row alone. */
export const ratingGiven = defineEvent('feedback.rating-given', {
  audience: 'staff',
  data: ratingId.extend({ score: z.int(), first: z.boolean() }),
});
export const followUpOpened = defineEvent('feedback.follow-up-opened', { audience: 'staff', data: ratingId });
export const followUpTaken = defineEvent('feedback.follow-up-taken', { audience: 'staff', data: ratingId });
export const followUpDone = defineEvent('feedback.follow-up-done', { audience: 'staff', data: ratingId });

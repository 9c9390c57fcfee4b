import { permission } from '../../kernel/auth/roles.ts';

/** What clients said about the help they got. */
export const readRatings = permission('feedback.ratings.read', {
  staff: ['administrator', 'support', 'operations'],
});
/** Looking into bad ratings: taking one, and saying what was done. */
export const workFollowUps = permission('feedback.follow-ups.work', { staff: ['administrator', 'support'] });

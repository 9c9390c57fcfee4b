import { hashToken, randomToken } from '../../../kernel/crypto.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { readSetting } from '../../../kernel/settings.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { ratingAsked } from '../events.ts';
import { remindOfRating } from '../messages.ts';
import { readAbout } from '../queries/about.ts';
import { feedbackRules } from '../settings.ts';

/** Reminds once of a question that nobody has answered; not when the ticket was opened again, or asking was switched off. */
export async function remind(tx: Tx, id: Id<'rating'>): Promise<void> {
  const rating = await tx.db
    .selectFrom('feedback.ratings')
    .select(['expires_at'])
    .where('id', '=', id)
    .where('state', '=', 'asked')
    .where('remind_at', '<=', tx.now)
    .forUpdate()
    .executeTakeFirst();
  if (!rating) return;
  const [{ value: rules }, about] = await Promise.all([
    readSetting(tx.db, feedbackRules),
    readAbout(tx.db, id),
  ]);
  const reminds =
    rules.on &&
    rules.reminderDays > 0 &&
    about.status === 'closed' &&
    about.there &&
    tx.now < rating.expires_at!;
  const token = randomToken();
  await tx.db
    .updateTable('feedback.ratings')
    .set({ remind_at: null, ...(reminds ? { reminder_hash: hashToken(token) } : {}) })
    .where('id', '=', id)
    .execute();
  if (!reminds) return;
  const { ticketId, number, subject, person, organization } = about;
  tx.emit(ratingAsked, {
    organizationId: organization,
    subject: { kind: 'ticket', id: ticketId },
    data: { ratingId: id, reminder: true },
  });
  const days = Math.ceil((rating.expires_at!.getTime() - tx.now.getTime()) / 86_400_000);
  tx.tell(remindOfRating, {
    to: { person },
    organizationId: organization,
    occurrence: id,
    data: { ticketId, number, subject, token, days },
  });
}

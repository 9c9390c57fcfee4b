import { sql } from 'kysely';
import { hashToken, randomToken } from '../../../kernel/crypto.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { readSetting } from '../../../kernel/settings.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { mayAsk } from '../domain/asking.ts';
import { ratingAsked } from '../events.ts';
import { askForRating, ratingNotice } from '../messages.ts';
import { readAbout } from '../queries/about.ts';
import { feedbackRules } from '../settings.ts';

const day = 86_400_000;

/** Asks how the help was, if it is still right to: the ticket is closed, and its person was not asked lately. */
export async function ask(tx: Tx, id: Id<'rating'>): Promise<void> {
  const rating = await tx.db
    .selectFrom('feedback.ratings')
    .select(['ticket_id', 'person_id'])
    .where('id', '=', id)
    .where('state', '=', 'planned')
    .where('due_at', '<=', tx.now)
    .forUpdate()
    .executeTakeFirst();
  if (!rating) return;
  // Two closed tickets of one person are looked at one after the other.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`feedback ${rating.person_id}`}, 0))`.execute(
    tx.db,
  );
  const [{ value: rules }, about] = await Promise.all([
    readSetting(tx.db, feedbackRules),
    readAbout(tx.db, id),
  ]);
  const may = mayAsk(about, rules, tx.now);
  if (may !== true) {
    await tx.db
      .updateTable('feedback.ratings')
      .set({ state: 'skipped', skipped_because: may.no })
      .where('id', '=', id)
      .execute();
    return;
  }
  const token = randomToken();
  const after = (days: number) => new Date(tx.now.getTime() + days * day);
  await tx.db
    .updateTable('feedback.ratings')
    .set({
      state: 'asked',
      asked_at: tx.now,
      remind_at: rules.reminderDays > 0 ? after(rules.reminderDays) : null,
      expires_at: after(rules.linkDays),
      token_hash: hashToken(token),
    })
    .where('id', '=', id)
    .execute();
  tx.emit(ratingAsked, {
    organizationId: about.organization,
    subject: { kind: 'ticket', id: about.ticketId },
    data: { ratingId: id, reminder: false },
  });
  const telling = { to: { person: about.person }, organizationId: about.organization, occurrence: id };
  const { ticketId, number, subject } = about;
  tx.tell(askForRating, { ...telling, data: { ticketId, number, subject, token, days: rules.linkDays } });
  // Guests have no page of notices.
  if (!about.guest) tx.tell(ratingNotice, { ...telling, data: { number, subject, ratingId: id } });
}

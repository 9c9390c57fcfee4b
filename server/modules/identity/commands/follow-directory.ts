import type { Locale } from '../../../kernel/auth/actor.ts';
import { hashToken, randomToken } from '../../../kernel/crypto.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { emailFollowsDirectory } from '../email-messages.ts';
import { emailChanged, profileChanged } from '../events.ts';
import { changeIsBound, moveTo } from './change-email.ts';

/** Changes what the directory of somebody's company says about them. The staff of the business say it themselves. */
export async function followProfile(
  tx: Tx,
  person: Id<'person'>,
  change: { name?: string; locale?: Locale; timeZone?: string },
): Promise<void> {
  const { timeZone, ...same } = change;
  const fields = Object.keys(change);
  if (fields.length === 0) return;
  const changed = await tx.db
    .updateTable('identity.people')
    .set((eb) => ({
      ...same,
      ...(timeZone === undefined ? {} : { time_zone: timeZone }),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', person)
    .where('id', 'not in', (eb) => eb.selectFrom('identity.staff').select('person_id'))
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) return;
  tx.emit(profileChanged, {
    organizationId: null,
    subject: { kind: 'person', id: person },
    data: { fields },
  });
}

/**
 * Moves somebody to the new address that the directory of their company gave them; both are of its domains, which the caller has
 * looked at. The old address is told and can take it back for a week. Somebody who has chosen another address since, and the staff of
 * the business, stay as they are. False when the new address is somebody else's.
 */
export async function followAddress(
  tx: Tx,
  person: Id<'person'>,
  { from, to, organization }: { from: string; to: string; organization: string },
): Promise<boolean> {
  const there = await tx.db
    .selectFrom('identity.people as p')
    .leftJoin('identity.staff as s', 's.person_id', 'p.id')
    .select(['p.email', 'p.name', 'p.locale', 'p.time_zone', 's.person_id as staff'])
    .where('p.id', '=', person)
    .executeTakeFirstOrThrow();
  if (there.email !== from || there.staff !== null) return true;
  if (!(await moveTo(tx, person, from, to))) return false;
  const id = tx.newId();
  const undo = randomToken();
  await tx.db
    .insertInto('identity.email_changes')
    .values({
      id,
      person_id: person,
      old_email: from,
      new_email: to,
      // nobody has to confirm it, so nobody is sent this one
      token_hash: hashToken(randomToken()),
      undo_hash: hashToken(undo),
      undo_sealed: tx.vault.seal(changeIsBound(id), undo),
      asked_at: tx.now,
      confirmed_at: tx.now,
    })
    .execute();
  tx.emit(emailChanged, { organizationId: null, subject: { kind: 'person', id: person }, data: {} });
  tx.tell(emailFollowsDirectory, {
    to: { address: from, name: there.name, locale: there.locale as Locale, timeZone: there.time_zone },
    occurrence: id,
    data: { token: undo, email: to, organization },
  });
  return true;
}

import { sql } from 'kysely';
import { hashToken } from '../../kernel/crypto.ts';
import type { Tx } from '../../kernel/db/tx.ts';
import type { Db } from '../../kernel/db/types.ts';
import { readSetting } from '../../kernel/settings.ts';
import { Problem, notFound } from '../../kernel/values/errors.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { RememberedDevice } from './contract.ts';
import { deviceForgotten } from './events.ts';
import { sessionLimits } from './settings.ts';

/** How many days a device of this person may go without a second step, and since when it would have to be remembered for that. */
async function findTerm(db: Db, person: Id<'person'>, now: Date) {
  const { staff, clients } = (await readSetting(db, sessionLimits)).value;
  const works = await db
    .selectFrom('identity.staff')
    .select('person_id')
    .where('person_id', '=', person)
    .executeTakeFirst();
  const { rememberDays } = works ? staff : clients;
  return { rememberDays, since: new Date(now.getTime() - rememberDays * 86_400_000) };
}

/** Whether the device that shows this token stands in for a second step of the person, and for how long one could. */
export async function findRemembered(
  tx: Tx,
  person: Id<'person'>,
  token: string | null,
): Promise<{ rememberDays: number; remembered: boolean }> {
  const { rememberDays, since } = await findTerm(tx.db, person, tx.now);
  if (token === null || rememberDays === 0) return { rememberDays, remembered: false };
  const device = await tx.db
    .selectFrom('identity.devices')
    .select('id')
    .where('person_id', '=', person)
    .where('token_hash', '=', hashToken(token))
    .where('remembered_at', '>', since)
    .executeTakeFirst();
  return { rememberDays, remembered: device !== undefined };
}

/** The devices on which a person signs in without a second step, the latest first. `device` is the token of the one that asks. */
export async function listRemembered(
  db: Db,
  person: Id<'person'>,
  { device, now }: { device: string | null; now: Date },
): Promise<RememberedDevice[]> {
  const { rememberDays, since } = await findTerm(db, person, now);
  const rows = await db
    .selectFrom('identity.devices')
    .select(['id', 'user_agent', 'seen_at', 'remembered_at', 'token_hash'])
    .where('person_id', '=', person)
    .where('remembered_at', '>', since)
    .orderBy('seen_at', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    current: device !== null && hashToken(device).equals(row.token_hash),
    userAgent: row.user_agent,
    seenAt: row.seen_at.toISOString(),
    until: new Date(row.remembered_at!.getTime() + rememberDays * 86_400_000).toISOString(),
  }));
}

/** From now on this device takes the second step again. Errors: `not_found`. */
export async function forgetDevice(tx: Tx, person: Id<'person'>, device: Id<'device'>): Promise<void> {
  const forgotten = await tx.db
    .updateTable('identity.devices')
    .set({ remembered_at: null })
    .where('person_id', '=', person)
    .where('id', '=', device)
    .where('remembered_at', 'is not', null)
    .executeTakeFirst();
  if (forgotten.numUpdatedRows === 0n) throw new Problem(notFound);
  tx.emit(deviceForgotten, { organizationId: null, subject: { kind: 'person', id: person }, data: {} });
}

/** With the commit: every device takes the second step again, as what guards the account has changed. */
export function forgetDevices(tx: Tx, person: Id<'person'>): void {
  tx.withCommit(
    sql`update identity.devices set remembered_at = null where person_id = ${person} and remembered_at is not null`,
  );
}

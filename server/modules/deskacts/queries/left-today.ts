import { sql } from 'kysely';
import type { Session } from '../../../kernel/auth/actor.ts';
import { mayAsStaff } from '../../../kernel/auth/actor.ts';
import type { StaffRole } from '../../../kernel/auth/roles.ts';
import type { Db } from '../../../kernel/db/types.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { dateIn } from '../../../kernel/values/dates.ts';
import { giveCredit } from '../../billing/index.ts';
import type { DeskLimits } from '../contract.ts';
import { dailyLimit } from '../domain/daily-limit.ts';
import { deskLimits } from '../settings.ts';

/** What somebody of these roles may give in a day; null without a limit of the desk. Minor units. */
export const limitOf = (value: DeskLimits, currency: string, roles: readonly StaffRole[]): bigint | null =>
  dailyLimit(value, currency, { roles, unlimited: mayAsStaff(giveCredit, roles) });

/** What somebody may still give today in a currency; null without a limit of the desk. Minor units. */
export async function leftToday(
  db: Db,
  { person, staffRoles }: Pick<Session, 'person' | 'staffRoles'>,
  currency: string,
  now: Date,
): Promise<{ limit: bigint | null; left: bigint | null; day: string }> {
  const { value } = await readSetting(db, deskLimits);
  const day = dateIn(person.timeZone, now);
  const limit = limitOf(value, currency, staffRoles);
  if (limit === null) return { limit, left: null, day };
  const { rows } = await sql<{ amount: string }>`
    select amount::text from deskacts.given where person_id = ${person.id} and on_day = ${day}::date and currency = ${currency}`.execute(
    db,
  );
  const left = limit - BigInt(rows[0]?.amount ?? 0);
  return { limit, left: left > 0n ? left : 0n, day };
}

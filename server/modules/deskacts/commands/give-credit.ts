import { sql } from 'kysely';
import type { Session } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import { giveGoodwill } from '../../billing/index.ts';
import { noteDeskAct } from '../../support/index.ts';
import { overDailyLimit } from '../contract.ts';
import { readTicketOf } from '../queries/client-panel.ts';
import { leftToday } from '../queries/left-today.ts';

export type Giver = Pick<Session, 'person' | 'staffRoles'>;

/**
 * Goodwill beside a ticket: within what one’s role may give in a day, and within billing's limit for one client. Errors: `not_found`,
 * `over_daily_limit` with what is left, `goodwill_limit`.
 */
export async function giveCreditBeside(
  tx: Tx,
  session: Giver,
  ticket: Id<'ticket'>,
  asked: { currency: Currency; amount: number; reason: string },
): Promise<void> {
  const { organization } = await readTicketOf(tx.db, ticket);
  const { currency, amount } = asked;
  await giveWithinDay(tx, session, { ...asked, organization, amount: BigInt(amount) });
  await noteDeskAct(tx, ticket, { act: 'credit_given', about: organization, amount, currency });
}

/** Counts to the day of who gives, and gives. Errors: `over_daily_limit` with what is left, `goodwill_limit`. */
export async function giveWithinDay(
  tx: Tx,
  session: Giver,
  given: { organization: Id<'organization'>; currency: Currency; amount: bigint; reason: string },
): Promise<void> {
  const { currency, amount } = given;
  const { limit, left, day } = await leftToday(tx.db, session, currency, tx.now);
  if (limit !== null) {
    // One statement, so that what is given at once adds up.
    const { rows } = await sql`
      insert into deskacts.given as g (person_id, on_day, currency, amount)
      select ${session.person.id}, ${day}::date, ${currency}, ${amount}::bigint where ${amount}::bigint <= ${limit}
      on conflict (person_id, on_day, currency) do update set amount = g.amount + excluded.amount
        where g.amount + excluded.amount <= ${limit}
      returning g.amount`.execute(tx.db);
    if (rows.length === 0) throw new Problem(overDailyLimit, { facts: { left: Number(left), currency } });
  }
  await giveGoodwill(tx, { ...given, expiresOn: null, by: session.person.id });
}

import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import { sameHands } from '../../payments/index.ts';
import { noteDeskAct } from '../../support/index.ts';
import { beyondYourDay, notYours } from '../ask-contract.ts';
import { askStates } from '../domain/may-decide.ts';
import type { AskState } from '../domain/may-decide.ts';
import { creditDecided } from '../messages.ts';
import { limitOf } from '../queries/left-today.ts';
import { deskLimits } from '../settings.ts';
import { aboutTicket } from './ask-credit.ts';
import { giveWithinDay } from './give-credit.ts';
import type { Giver } from './give-credit.ts';

interface Locked {
  organization: Id<'organization'>;
  ticket: Id<'ticket'>;
  currency: Currency;
  amount: bigint;
  reason: string;
  state: AskState;
  askedBy: Id<'person'>;
}

/**
 * A colleague gives what was asked for; it counts to their own day. Two at once give it once. Errors: `not_found`, `wrong_state`,
 * `same_hands`, `beyond_your_day`, `over_daily_limit`, `goodwill_limit`.
 */
export async function approveAsk(tx: Tx, session: Giver, id: Id<'credit-ask'>): Promise<void> {
  const ask = await lockAsk(tx, id, 'given');
  await requireMayDecide(tx, session, ask);
  await settle(tx, session, id, { state: 'given', note: null });
  await giveWithinDay(tx, session, ask);
  await note(tx, ask, 'credit_approved');
  await tellAsker(tx, session, id, ask, null);
}

/** Who asked reads why. Errors: `not_found`, `wrong_state`, `same_hands`, `beyond_your_day`. */
export async function declineAsk(
  tx: Tx,
  session: Giver,
  id: Id<'credit-ask'>,
  reason: string,
): Promise<void> {
  const ask = await lockAsk(tx, id, 'declined');
  await requireMayDecide(tx, session, ask);
  await settle(tx, session, id, { state: 'declined', note: reason });
  await note(tx, ask, 'credit_declined');
  await tellAsker(tx, session, id, ask, reason);
}

/** Errors: `not_found`, `wrong_state`, `not_yours`. */
export async function withdrawAsk(tx: Tx, session: Giver, id: Id<'credit-ask'>): Promise<void> {
  const ask = await lockAsk(tx, id, 'withdrawn');
  if (ask.askedBy !== session.person.id) throw new Problem(notYours);
  await settle(tx, session, id, { state: 'withdrawn', note: null });
  await note(tx, ask, 'credit_withdrawn');
}

async function lockAsk(tx: Tx, id: Id<'credit-ask'>, next: AskState): Promise<Locked> {
  const { rows } = await sql<Omit<Locked, 'amount'> & { amount: string }>`
    select organization_id as organization, ticket_id as ticket, currency, amount::text, reason, state, asked_by as "askedBy"
    from deskacts.credit_asks where id = ${id} for update`.execute(tx.db);
  if (!rows[0]) throw new Problem(notFound);
  askStates.assertMove(rows[0].state, next);
  return { ...rows[0], amount: BigInt(rows[0].amount) };
}

async function requireMayDecide(tx: Tx, { person, staffRoles }: Giver, ask: Locked): Promise<void> {
  if (ask.askedBy === person.id) throw new Problem(sameHands);
  const { value } = await readSetting(tx.db, deskLimits);
  const limit = limitOf(value, ask.currency, staffRoles);
  if (limit !== null && limit < ask.amount) throw new Problem(beyondYourDay);
}

async function settle(
  tx: Tx,
  { person }: Giver,
  id: Id<'credit-ask'>,
  { state, note: why }: { state: AskState; note: string | null },
): Promise<void> {
  await tx.db
    .updateTable('deskacts.credit_asks')
    .set({ state, note: why, decided_by: person.id, decided_at: tx.now })
    .where('id', '=', id)
    .execute();
}

const note = (
  tx: Tx,
  { ticket, organization, amount, currency }: Locked,
  act: 'credit_approved' | 'credit_declined' | 'credit_withdrawn',
) => noteDeskAct(tx, ticket, { act, about: organization, amount: Number(amount), currency });

async function tellAsker(
  tx: Tx,
  { person }: Giver,
  id: Id<'credit-ask'>,
  { ticket, amount, currency, askedBy }: Locked,
  why: string | null,
): Promise<void> {
  const data = { ...(await aboutTicket(tx, ticket)), amount: Number(amount), currency, by: person.name, why };
  tx.tell(creditDecided, { to: { person: askedBy }, occurrence: id, data });
}

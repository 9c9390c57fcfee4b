import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import { giveCredit } from '../../billing/index.ts';
import { noteDeskAct } from '../../support/index.ts';
import { alreadyAsked } from '../ask-contract.ts';
import { creditAsked } from '../messages.ts';
import { readTicketOf } from '../queries/client-panel.ts';
import { deskLimits } from '../settings.ts';
import type { Giver } from './give-credit.ts';

/**
 * Asks for credit that one may not give oneself. Nothing is booked; those who may give as much are told. Errors: `not_found`,
 * `credit_asked_already`.
 */
export async function askCredit(
  tx: Tx,
  { person }: Giver,
  ticket: Id<'ticket'>,
  asked: { currency: Currency; amount: number; reason: string },
): Promise<void> {
  const { organization } = await readTicketOf(tx.db, ticket);
  const { currency, amount, reason } = asked;
  const id = tx.newId<'credit-ask'>();
  const made = await tx.db
    .insertInto('deskacts.credit_asks')
    .values({
      id,
      organization_id: organization,
      ticket_id: ticket,
      currency,
      amount: BigInt(amount),
      reason,
      asked_by: person.id,
      asked_at: tx.now,
    })
    // Written out: as a parameter, a kept plan would not know which of the table's indexes is meant.
    .onConflict((conflict) =>
      conflict.column('ticket_id').where('state', '=', sql.lit('waiting')).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  if (!made) throw new Problem(alreadyAsked);
  await noteDeskAct(tx, ticket, { act: 'credit_asked', about: organization, amount, currency });
  const data = { ...(await aboutTicket(tx, ticket)), amount, currency, reason, by: person.name };
  for (const to of await whoMayDecide(tx, asked, person.id))
    tx.tell(creditAsked, { to: { person: to }, occurrence: id, data });
}

/** What a notice says of a ticket. */
export async function aboutTicket(tx: Tx, ticket: Id<'ticket'>) {
  const { rows } = await sql<{ number: number; subject: string; client: string }>`
    select t.number::integer as number, t.subject, o.name as client from support.tickets t
    join organizations.organizations o on o.id = t.organization_id where t.id = ${ticket}`.execute(tx.db);
  return { ticketId: ticket, ...rows[0]! };
}

/** Who gives credit anyway, and whose role may give as much in a day. */
async function whoMayDecide(
  tx: Tx,
  { currency, amount }: { currency: string; amount: number },
  not: string,
): Promise<Id<'person'>[]> {
  const { value } = await readSetting(tx.db, deskLimits);
  const enough = value.credit.filter((one) => one.currency === currency && one.perDay >= amount);
  const roles = [...giveCredit.staff, ...enough.map(({ role }) => role)];
  const { rows } = await sql<{ id: Id<'person'> }>`
    select p.id from identity.staff s join identity.people p on p.id = s.person_id
    where p.disabled_at is null and s.roles && ${roles}::text[] and p.id <> ${not} order by p.id limit 200`.execute(
    tx.db,
  );
  return rows.map(({ id }) => id);
}

import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { brand } from '../../../kernel/brand.ts';
import type { SessionPerson } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { readSettings } from '../../../kernel/settings.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { givesMailBack, replySetting } from '../../notifications/index.ts';
import * as contract from '../copied-contract.ts';
import { copiedAdded } from '../events.ts';
import { copyRules } from '../settings.ts';
import { addFollower } from './follow.ts';

/** One address in all tickets of a day: whoever wants to flood somebody could use the tickets of several organizations. */
const mostForAddress = 10;
/** As many as staff copy by hand, whatever clients may. */
export const mostByStaff = 20;

export interface Copying {
  /** The condition on ticket `t`. */
  visible: RawBuilder<boolean>;
  ticket: Id<'ticket'>;
  address: string;
  side: 'client' | 'staff';
}

/**
 * Copies the public replies of a ticket to an outside address from now on; a member of the organization follows it instead. Needs a
 * transaction that sees everything. Errors: `not_found`, `copies_off`, `too_many_copied`, `copied_too_often`, `address_gives_back`,
 * `address_refuses`, `address_is_ours`.
 */
export async function copyAddress(
  tx: Tx,
  person: Pick<SessionPerson, 'id' | 'name'>,
  { visible, ticket, address, side }: Copying,
): Promise<{ id: Id<'copied'> | null; colleague: boolean }> {
  // Two who add at once are counted one after the other.
  const { rows: held } = await sql<{ organization: Id<'organization'> }>`
    select t.organization_id as organization from support.tickets t where ${visible} and t.id = ${ticket}
    for no key update`.execute(tx.db);
  const organization = held[0]?.organization;
  if (!organization) throw new Problem(notFound);
  const [[rules, { supportEmail }, { address: mailbox }], { rows }] = await Promise.all([
    readSettings(tx.db, copyRules, brand, replySetting),
    sql<Known>`select ${known(tx.now, { organization, ticket, address })}`.execute(tx.db),
  ]);
  const found = rows[0]!;
  if (found.member) {
    const seeing = { organization, person: found.member, owner: true, byRole: true };
    await addFollower(tx, seeing, ticket, found.member);
    return { id: null, colleague: true };
  }
  if (found.active) return { id: found.active, colleague: false };
  if (side === 'client' && rules.perTicket === 0) throw new Problem(contract.copiesOff);
  if ([supportEmail.toLowerCase(), mailbox.toLowerCase()].includes(address))
    throw new Problem(contract.addressIsOurs);
  if (found.refused) throw new Problem(contract.addressRefuses);
  if (found.here >= (side === 'client' ? rules.perTicket : mostByStaff))
    throw new Problem(contract.tooManyCopied);
  const often = found.ofAddress >= mostForAddress || (side === 'client' && found.today >= rules.perDay);
  if (often) throw new Problem(contract.copiedTooOften);
  if (await givesMailBack(tx.db, address, tx.now)) throw new Problem(contract.addressGivesBack);
  const { rows: kept } = await sql<{ id: Id<'copied'> }>`
    insert into support.copied (organization_id, ticket_id, id, address, side, added_by, added_by_name, since)
    values (${organization}, ${ticket}, ${tx.newId<'copied'>()}, ${address}, ${side}, ${person.id}, ${person.name}, ${tx.now})
    on conflict (organization_id, ticket_id, address) do update set side = excluded.side, added_by = excluded.added_by,
      added_by_name = excluded.added_by_name, since = excluded.since, ended_at = null, ended_by = null
    returning id`.execute(tx.db);
  const { id } = kept[0]!;
  tx.emit(copiedAdded, {
    organizationId: organization,
    subject: { kind: 'ticket', id: ticket },
    data: { copiedId: id, by: side },
  });
  return { id, colleague: false };
}

interface Known {
  member: Id<'person'> | null;
  active: Id<'copied'> | null;
  refused: boolean;
  here: number;
  today: number;
  ofAddress: number;
}

function known(
  now: Date,
  { organization, ticket, address }: { organization: string; ticket: string; address: string },
): RawBuilder<unknown> {
  const day = new Date(now.getTime() - 86_400_000);
  const here = sql`c.organization_id = ${organization} and c.ticket_id = ${ticket}`;
  return sql`
    (select m.person_id from organizations.members m join identity.people p on p.id = m.person_id
      where m.organization_id = ${organization} and p.email = ${address}) as member,
    (select c.id from support.copied c where ${here} and c.address = ${address} and c.ended_at is null) as active,
    exists (select from support.copied c where ${here} and c.address = ${address} and c.ended_by = 'self') as refused,
    (select count(*)::integer from support.copied c where ${here} and c.ended_at is null) as here,
    (select count(*)::integer from support.copied c
      where c.organization_id = ${organization} and c.side = 'client' and c.since > ${day}) as today,
    (select count(*)::integer from support.copied c where c.address = ${address} and c.since > ${day}) as "ofAddress"`;
}

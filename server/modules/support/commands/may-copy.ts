import { sql } from 'kysely';
import { brand } from '../../../kernel/brand.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { readSettings } from '../../../kernel/settings.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { ProblemKind } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { givesMailBack, replySetting } from '../../notifications/index.ts';
import * as contract from '../copied-contract.ts';
import { copyRules } from '../settings.ts';

/** One address in all tickets of a day: whoever wants to flood somebody could use the tickets of several organizations. */
const mostForAddress = 10;
/** As many as staff copy by hand, whatever clients may. */
const mostByStaff = 20;

interface Where {
  organization: Id<'organization'>;
  /** Null for one that is about to be opened. */
  ticket: Id<'ticket'> | null;
  side: 'client' | 'staff';
}

export interface Sorted {
  /** Those of members, who follow instead. */
  members: Id<'person'>[];
  /** Those that are copied already. */
  active: Id<'copied'>[];
  fresh: string[];
}

/**
 * Which of these addresses may be copied: all of them, or none. Whoever adds at once, on another device or in another ticket, is counted
 * one after the other. Needs a transaction that sees everything. Errors, with the address among their facts: `copies_off`,
 * `too_many_copied`, `copied_too_often`, `address_gives_back`, `address_refuses`, `address_is_ours`.
 */
export async function sortAddresses(tx: Tx, where: Where, given: readonly string[]): Promise<Sorted> {
  const addresses = [...new Set(given)].toSorted();
  if (addresses.length === 0) return { members: [], active: [], fresh: [] };
  for (const what of [where.organization, ...addresses])
    await sql`select pg_advisory_xact_lock(hashtextextended(${`support.copied ${what}`}, 0))`.execute(tx.db);
  const [[rules, { supportEmail }, { address: mailbox }], { rows: known }, { rows: counted }] =
    await Promise.all([
      readSettings(tx.db, copyRules, brand, replySetting),
      knownOf(where, addresses, tx.now).execute(tx.db),
      countOf(where, tx.now).execute(tx.db),
    ]);
  const sorted: Sorted = { members: [], active: [], fresh: [] };
  const { here, today } = counted[0]!;
  const byClient = where.side === 'client';
  for (const { address, member, active, refused, ofAddress } of known) {
    const refuse = (kind: ProblemKind) =>
      new Problem(kind, {
        fields: [{ path: where.ticket ? 'address' : 'copied', code: kind.code, message: kind.title }],
        facts: { address },
      });
    if (member) sorted.members.push(member);
    else if (active) sorted.active.push(active);
    else {
      const added = sorted.fresh.length;
      if (byClient && rules.perTicket === 0) throw refuse(contract.copiesOff);
      if ([supportEmail.toLowerCase(), mailbox.toLowerCase()].includes(address))
        throw refuse(contract.addressIsOurs);
      if (refused) throw refuse(contract.addressRefuses);
      if (here + added >= (byClient ? rules.perTicket : mostByStaff)) throw refuse(contract.tooManyCopied);
      if (ofAddress >= mostForAddress || (byClient && today + added >= rules.perDay))
        throw refuse(contract.copiedTooOften);
      if (await givesMailBack(tx.db, address, tx.now)) throw refuse(contract.addressGivesBack);
      sorted.fresh.push(address);
    }
  }
  return sorted;
}

interface Known {
  address: string;
  member: Id<'person'> | null;
  active: Id<'copied'> | null;
  refused: boolean;
  ofAddress: number;
}

const dayBefore = (now: Date) => new Date(now.getTime() - 86_400_000);

const knownOf = ({ organization, ticket }: Where, addresses: readonly string[], now: Date) => sql<Known>`
  select a.address,
    (select m.person_id from organizations.members m join identity.people p on p.id = m.person_id
      where m.organization_id = ${organization} and p.email = a.address) as member,
    (select c.id from support.copied c where c.organization_id = ${organization} and c.ticket_id = ${ticket}::uuid
      and c.address = a.address and c.ended_at is null) as active,
    exists (select from support.copied c where c.organization_id = ${organization} and c.ticket_id = ${ticket}::uuid
      and c.address = a.address and c.ended_by = 'self') as refused,
    (select count(*)::integer from support.copied c
      where c.address = a.address and c.since > ${dayBefore(now)}) as "ofAddress"
  from unnest(${addresses}::text[]) with ordinality as a (address, at) order by a.at`;

const countOf = ({ organization, ticket }: Where, now: Date) => sql<{ here: number; today: number }>`
  select
    (select count(*)::integer from support.copied c where c.organization_id = ${organization}
      and c.ticket_id = ${ticket}::uuid and c.ended_at is null) as here,
    (select count(*)::integer from support.copied c
      where c.organization_id = ${organization} and c.side = 'client' and c.since > ${dayBefore(now)}) as today`;

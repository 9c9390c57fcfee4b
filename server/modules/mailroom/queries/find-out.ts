import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { Vault } from '../../../kernel/crypto.ts';
import { brand } from '../../../kernel/brand.ts';
import { readSettings } from '../../../kernel/settings.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import {
  findThreads,
  isProofOf,
  ownMailId,
  readReplyAddress,
  readReplyKey,
  replySetting,
} from '../../notifications/index.ts';
import { useTickets } from '../../support/index.ts';
import type { Copied } from '../../support/index.ts';
import { authentication } from '../domain/authentication.ts';
import { automatic, mayBeAnswered } from '../domain/automatic.ts';
import { numberIn } from '../domain/route.ts';
import type { Found } from '../domain/route.ts';
import type { ReadMail } from '../domain/mail.ts';

/** More within an hour than anybody writes by hand. */
const mostAnHour = 30;

export interface Sender {
  person: Id<'person'>;
  name: string;
  locale: 'id' | 'en';
  organizations: Id<'organization'>[];
}

export interface TicketNamed {
  id: Id<'ticket'>;
  number: number;
  organization: Id<'organization'>;
  /** The sender, where they follow it. */
  follower: { person: Id<'person'>; name: string; locale: 'id' | 'en' } | null;
  /** The sender's address, where its replies are copied there. */
  copied: Copied | null;
}

/** Everything a mail names, looked up. `host`: the one our Message-IDs end with. */
export async function findOut(
  db: Db,
  vault: Vault,
  mail: ReadMail,
  { id, believed, host, now }: { id: string; believed: string; host: string; now: Date },
): Promise<{ found: Found; sender: Sender | null; tickets: Map<string, TicketNamed> }> {
  const from = mail.from?.address ?? '';
  const own = { addresses: await ownAddresses(db), host };
  const signed = mail.cameBy.flatMap((address) => readReplyAddress(address, own.addresses) ?? [])[0] ?? null;
  const answers = mail.answers.flatMap((one) => ownMailId(one, host) ?? []);
  const threads = await findThreads(db, answers);
  const answered = threads.find(({ recipient }) => recipient === from) ?? threads[0] ?? null;
  const number = numberIn(mail.subject);
  const numbers = [signed?.ticket, number].flatMap((one) => one ?? []);
  const ids = answered ? [answered.thread] : [];
  const [tickets, sender, standing, key] = await Promise.all([
    findTickets(db, from, { ids, numbers }, now),
    findSender(db, from, now),
    findStanding(db, from, id, now),
    signed ? readReplyKey(db, vault) : null,
  ]);
  const numbered = (wanted: number | null | undefined) =>
    [...tickets.values()].find((ticket) => ticket.number === wanted) ?? null;
  const bySigned = numbered(signed?.ticket);
  const byAnswer = answered ? (tickets.get(answered.thread) ?? null) : null;
  const byNumber = numbered(number);
  const proven = signed !== null && key !== null && isProofOf(key, signed, from);
  const found: Found = {
    automatic: automatic(mail, own),
    blocked: standing.blocked,
    empty: mail.text === '' && mail.files.length === 0,
    tooMany: standing.lately > mostAnHour,
    answerable: mayBeAnswered(mail, own),
    authentication: authentication(mail.headers.get('authentication-results') ?? [], believed, from),
    signed: bySigned && { ticket: bySigned.id, holds: proven && takesPart(bySigned) },
    answered: byAnswer && {
      ticket: byAnswer.id,
      toSender: answered?.recipient === from && takesPart(byAnswer),
    },
    numbered: byNumber && { ticket: byNumber.id, takesPart: byNumber.follower !== null },
    sender,
  };
  return { found, sender, tickets };
}

/** Who follows, and whose address replies are copied to. */
const takesPart = ({ follower, copied }: TicketNamed) => follower !== null || copied !== null;

async function ownAddresses(db: Db): Promise<string[]> {
  const [{ supportEmail }, { address }] = await readSettings(db, brand, replySetting);
  const boxes = await db.selectFrom('mailroom.mailboxes').select('address').limit(1000).execute();
  return [...new Set([supportEmail.toLowerCase(), address, ...boxes.map((box) => box.address)])];
}

const holds = (role: string, permissions: string) =>
  sql<boolean>`(${sql.ref(role)} = any (${[...useTickets.members]}::text[]) or ${useTickets.name} = any (${sql.ref(permissions)}))`;

/** That person `p` may write in tickets of the organization of `t` as things are: by a role there or above it, or as the guest whose it is. */
const mayWrite = (now: Date) => sql<boolean>`(
  exists (select from organizations.access(t.organization_id) a
    join organizations.organizations o on o.id = coalesce(a.via, t.organization_id)
    left join organizations.roles r on r.organization_id = o.id and r.id = a.role_id
    where a.person_id = p.id and (a.until is null or a.until >= (${now}::timestamptz at time zone o.time_zone)::date)
      and ${holds('a.role', 'r.permissions')})
  or exists (select from guests.guests g
    where g.organization_id = t.organization_id and g.person_id = p.id and g.claimed_at is null))`;

export async function findTickets(
  db: Db,
  from: string,
  named: { ids: readonly string[]; numbers: readonly number[] },
  now: Date,
): Promise<Map<string, TicketNamed>> {
  const { rows } = await sql<TicketNamed>`
    select t.id, t.number::float8 as number, t.organization_id as organization, (
        select json_build_object('person', p.id, 'name', p.name, 'locale', p.locale)
        from support.followers f join identity.people p on p.id = f.person_id
        where f.organization_id = t.organization_id and f.ticket_id = t.id and p.email = ${from} and p.disabled_at is null
          and ${mayWrite(now)}
      ) as follower, (
        select json_build_object('id', c.id, 'name', c.name, 'locale', r.locale, 'timeZone', r.time_zone)
        from support.copied c join identity.people r on r.id = t.requester_id
        where c.organization_id = t.organization_id and c.ticket_id = t.id and c.address = ${from} and c.ended_at is null
      ) as copied
    from support.tickets t
    where t.id = any (${named.ids}::uuid[]) or t.number = any (${named.numbers}::bigint[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Somebody with an account whose address is proven, and where they may open tickets. */
export async function findSender(db: Db, from: string, now: Date): Promise<Sender | null> {
  const { rows } = await sql<Sender>`
    select p.id as person, p.name, p.locale, array(
        select m.organization_id from organizations.members m
        join organizations.organizations o on o.id = m.organization_id
        left join organizations.roles r on r.organization_id = m.organization_id and r.id = m.role_id
        where m.person_id = p.id and (m.until is null or m.until >= (${now}::timestamptz at time zone o.time_zone)::date)
          and ${holds('m.role', 'r.permissions')}
        order by m.organization_id
      ) as organizations
    from identity.people p
    where p.email = ${from} and p.email_verified_at is not null and p.disabled_at is null`.execute(db);
  return rows[0] ?? null;
}

async function findStanding(
  db: Db,
  from: string,
  id: string,
  now: Date,
): Promise<{ blocked: boolean; lately: number }> {
  const { rows } = await sql<{ blocked: boolean; lately: number }>`
    select ${isBlocked(from)} as blocked, (select count(*)::integer from (
        select from mailroom.mails where sender = ${from} and id <> ${id}
          and came_at > ${new Date(now.getTime() - 3_600_000)} limit ${mostAnHour + 1}) lately) as lately`.execute(
    db,
  );
  return rows[0]!;
}

export const isBlocked = (from: string) => sql<boolean>`exists (select from mailroom.blocked_senders
  where sender = any (${[from, from.slice(from.lastIndexOf('@'))]}::text[]))`;

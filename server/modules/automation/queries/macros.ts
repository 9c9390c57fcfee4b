import { sql } from 'kysely';
import type { Session } from '../../../kernel/auth/actor.ts';
import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Ability } from '../../../kernel/values/state-machine.ts';
import { unless } from '../../../kernel/values/state-machine.ts';
import { whoWouldGet } from '../../assignment/index.ts';
import type { Would } from '../../assignment/index.ts';
import { ticketStates } from '../../support/index.ts';
import type { Acts, FittingMacro, Macro } from '../contract.ts';
import { acts as actsOf } from '../contract.ts';
import { fill } from '../domain/variables.ts';
import { wordingFor } from '../domain/wording.ts';
import { isGiving } from '../commands/give-as-queue.ts';
import { whoIs } from '../commands/do-acts.ts';
import { readAbout } from './about-ticket.ts';
import type { AboutTicket } from './about-ticket.ts';

const most = 200;

/** What everybody has and what is this person's own, by title. */
export async function listMacros(db: Db, me: Id<'person'>): Promise<Macro[]> {
  const rows = await db
    .selectFrom('automation.macros')
    .select(['id', 'title', 'acts', 'owner_id', 'version'])
    .where((eb) => eb.or([eb('owner_id', 'is', null), eb('owner_id', '=', me)]))
    .orderBy('title')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(({ owner_id, acts, ...row }) => ({
    ...row,
    acts: actsOf.parse(acts),
    shared: owner_id === null,
  }));
}

/** What each macro would do to a ticket as it is now. Errors: `not_found`. */
export async function fitMacros(
  db: Db,
  { person }: Session,
  ticket: Id<'ticket'>,
  now: Date,
): Promise<FittingMacro[]> {
  const [about, macros] = await Promise.all([readAbout(db, ticket, person.name), listMacros(db, person.id)]);
  const names = await readNames(db, macros, person.id);
  const would = await readWould(db, ticket, macros, now);
  return macros.map(({ acts, ...macro }) => ({
    ...fit(macro, acts as Acts, about, person.id, names),
    ...(would.get(`${acts.assignee} ${acts.queue ?? ''}`) ?? { gives: null }),
  }));
}

/** By what macros give out, and into which queue: to whom the ticket would go. */
async function readWould(db: Db, ticket: Id<'ticket'>, macros: readonly Macro[], now: Date) {
  const would = new Map<string, { gives: Would['outcome']; assignee: string | null }>();
  for (const { acts } of macros) {
    const key = `${acts.assignee} ${acts.queue ?? ''}`;
    if (!isGiving(acts.assignee) || would.has(key)) continue;
    const asked = { anyway: acts.assignee === 'queue_anyway', queue: acts.queue, now };
    const one = (await whoWouldGet(db, [ticket], asked)).get(ticket);
    would.set(key, { gives: one?.outcome ?? 'not_waiting', assignee: one?.name ?? null });
  }
  return would;
}

interface Names {
  people: ReadonlyMap<string, string>;
  queues: ReadonlyMap<string, { id: string; en: string }>;
}

async function readNames(db: Db, macros: readonly Macro[], me: Id<'person'>): Promise<Names> {
  const people = macros.flatMap(({ acts }) =>
    acts.assignee && !isGiving(acts.assignee) ? (whoIs(acts.assignee as 'nobody', me) ?? []) : [],
  );
  const queues = macros.flatMap(({ acts }) => acts.queue ?? []);
  const { rows } = await sql<{ key: string; name: string | null; titles: { id: string; en: string } | null }>`
    select p.id::text as key, p.name, null::jsonb as titles from identity.people p where p.id = any (${people}::uuid[])
    union all select q.name, null, q.titles from support.queues q where q.name = any (${queues})`.execute(db);
  return {
    people: new Map(rows.flatMap(({ key, name }) => (name === null ? [] : [[key, name]]))),
    queues: new Map(rows.flatMap(({ key, titles }) => (titles === null ? [] : [[key, titles]]))),
  };
}

function fit(
  macro: Pick<Macro, 'id' | 'title' | 'shared' | 'version'>,
  acts: Acts,
  about: AboutTicket,
  me: Id<'person'>,
  { people, queues }: Names,
): Omit<FittingMacro, 'gives'> {
  const reply = acts.reply && wordingFor(acts.reply, about);
  const note = acts.note === undefined ? undefined : fill(acts.note, about.values);
  const missing = [...new Set([...(reply?.missing ?? []), ...(note?.missing ?? [])])];
  const assignee = acts.assignee && !isGiving(acts.assignee) ? whoIs(acts.assignee, me) : undefined;
  return {
    ...macro,
    status: acts.status ?? (reply ? 'waiting_customer' : null),
    priority: acts.priority ?? null,
    kind: acts.kind ?? null,
    queue: (acts.queue && queues.get(acts.queue)) || null,
    assignee: assignee === undefined ? null : (people.get(assignee ?? '') ?? ''),
    addTags: acts.addTags,
    removeTags: acts.removeTags,
    reply: reply?.text ?? null,
    note: note?.text ?? null,
    missing,
    can: { apply: abilityOf(acts, about, missing.length > 0) },
  };
}

function abilityOf({ status, reply }: Acts, about: AboutTicket, open: boolean): Ability {
  const from = about.status;
  const moves = !status || status === from || reply !== undefined || ticketStates.canMove(from, status);
  return unless({ value_missing: open, wrong_state: from === 'merged' || !moves });
}

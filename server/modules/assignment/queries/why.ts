import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { listTiers } from '../../organizations/index.ts';
import type { AssignmentDecision, TicketAssignment } from '../contract.ts';
import { chooseAgent } from '../domain/choose-agent.ts';
import type { Considered } from '../domain/choose-agent.ts';
import { neededSkills } from '../domain/needed-skills.ts';
import { belongingTo, readCandidates, readSkills } from './candidates.ts';
import { findQueue } from './queues.ts';
import { tierOfTicket, waits } from './waiting.ts';

/** Why somebody has a ticket, or why nobody does yet. Errors: `not_found`. */
export async function readAssignment(db: Db, ticket: Id<'ticket'>, now: Date): Promise<TicketAssignment> {
  const { rows } = await sql<Row>`
    select t.queue, t.language, t.tags, ${tierOfTicket} as tier, ${waits} as waits, coalesce(w.since, t.opened_at) as since from support.tickets t
    left join assignment.waiting w on w.ticket_id = t.id and w.queue = t.queue where t.id = ${ticket}`.execute(
    db,
  );
  const [row] = rows;
  if (!row) throw new Problem(notFound);
  const names = await readNames(db);
  const waiting = row.waits ? await whyNobody(db, row, now) : null;
  const decisions = await readDecisions(db, ticket);
  const people = [
    ...decisions.flatMap(({ considered, personId }) => [...considered.map(({ id }) => id), personId ?? '']),
    ...(waiting?.considered ?? []).map(({ id }) => id),
  ];
  const nameOf = await readPeople(db, people);
  const named = ({ id, ...one }: Considered) => ({ person: { id, name: nameOf(id) }, ...one });
  return {
    waiting: waiting && { ...waiting, considered: waiting.considered.map(named) },
    decisions: decisions.map(({ personId, considered, queue, toQueue, madeAt, ...one }) => ({
      ...one,
      queue: names(queue),
      toQueue: toQueue === null ? null : names(toQueue),
      person: personId === null ? null : { id: personId, name: nameOf(personId) },
      considered: considered.map(named),
      madeAt: madeAt.toISOString(),
    })),
  };
}

interface Row {
  queue: string;
  language: string | null;
  tags: string[];
  tier: string | null;
  waits: boolean;
  since: Date;
}

async function whyNobody(db: Db, ticket: Row, now: Date) {
  const queue = await findQueue(db, ticket.queue, { lock: false });
  if (!queue || queue.way === 'hand') return null;
  const candidates = await readCandidates(db, await belongingTo(db, ticket.queue), now);
  const needed = neededSkills(queue, ticket, new Set(await readSkills(db)));
  const { considered } = chooseAgent(queue.way, needed, candidates, ticket.tier);
  const tier = (await listTiers(db)).find(({ id }) => id === ticket.tier)?.titles ?? null;
  return { since: ticket.since.toISOString(), queue: queue.titles, tier, considered };
}

interface Kept extends Pick<AssignmentDecision, 'id' | 'kind' | 'way'> {
  queue: string;
  toQueue: string | null;
  personId: string | null;
  considered: Considered[];
  madeAt: Date;
}

async function readDecisions(db: Db, ticket: Id<'ticket'>): Promise<Kept[]> {
  const { rows } = await sql<Kept>`
    select id, kind, way, queue, to_queue as "toQueue", person_id as "personId", considered, made_at as "madeAt"
    from assignment.decisions where ticket_id = ${ticket} order by made_at desc, id desc limit 10`.execute(
    db,
  );
  return rows;
}

async function readNames(db: Db) {
  const rows = await db.selectFrom('support.queues').select(['name', 'titles']).execute();
  const titles = new Map(rows.map((row) => [row.name, row.titles as { id: string; en: string }]));
  return (name: string) => titles.get(name) ?? { id: name, en: name };
}

async function readPeople(db: Db, ids: readonly string[]) {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from identity.people where id = any (${ids.filter(Boolean)}::uuid[])`.execute(db);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id: string) => names.get(id) ?? '';
}

import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { chooseAgent } from '../domain/choose-agent.ts';
import { neededSkills } from '../domain/needed-skills.ts';
import type { Outcome } from '../domain/outcome.ts';
import { hinders } from '../domain/outcome.ts';
import { belongingTo, readCandidates, readSkills } from './candidates.ts';
import { findQueue } from './queues.ts';
import { tierOfTicket } from './waiting.ts';
import type { WaitingTicket } from './waiting.ts';

interface Givable extends Pick<
  WaitingTicket,
  'id' | 'organizationId' | 'number' | 'subject' | 'client' | 'language' | 'tags' | 'tier'
> {
  queue: string;
  assigneeId: Id<'person'> | null;
  waits: boolean;
}

/** `lock`: for what the transaction does with them. */
export async function readGivable(
  db: Db,
  tickets: readonly string[],
  { lock }: { lock: boolean },
): Promise<Givable[]> {
  const { rows } = await sql<Givable>`
    select t.id, t.organization_id as "organizationId", t.number::integer as number, t.subject, o.name as client, t.language, t.tags,
      ${tierOfTicket} as tier, t.queue, t.assignee_id as "assigneeId",
      t.settled_at is null and t.snoozed_at is null and t.status in ('new', 'open') as waits
    from support.tickets t join organizations.organizations o on o.id = t.organization_id
    where t.id = any (${tickets}::uuid[]) order by t.id ${lock ? sql`for no key update of t` : sql``}`.execute(
    db,
  );
  return rows;
}

export interface Would {
  outcome: Outcome;
  /** Whose turn it is just now. */
  name: string | null;
}

/**
 * To whom each of these tickets would go, were it given out now, in its queue or in `queue`. Each by itself: what comes before it changes
 * who is next.
 */
export async function whoWouldGet(
  db: Db,
  tickets: readonly string[],
  { anyway, queue: into, now }: { anyway: boolean; queue?: string | undefined; now: Date },
): Promise<Map<string, Would>> {
  const found = await readGivable(db, tickets, { lock: false });
  const known = new Set(await readSkills(db));
  const would = new Map<string, Would>();
  for (const name of new Set(found.map((ticket) => into ?? ticket.queue))) {
    const queue = await findQueue(db, name, { lock: false });
    const candidates =
      queue && queue.way !== 'hand' ? await readCandidates(db, await belongingTo(db, name), now) : [];
    const names = await namesOf(
      db,
      candidates.map(({ id }) => id),
    );
    for (const ticket of found.filter((one) => (into ?? one.queue) === name)) {
      const hindrance = hinders(ticket, anyway);
      if (hindrance) would.set(ticket.id, { outcome: hindrance, name: null });
      else if (!queue || queue.way === 'hand') would.set(ticket.id, { outcome: 'by_hand', name: null });
      else {
        const others = candidates.filter(({ id }) => id !== ticket.assigneeId);
        const { chosen } = chooseAgent(queue.way, neededSkills(queue, ticket, known), others, ticket.tier);
        would.set(
          ticket.id,
          chosen === null
            ? { outcome: 'nobody_free', name: null }
            : { outcome: 'given', name: names.get(chosen) ?? '' },
        );
      }
    }
  }
  return would;
}

async function namesOf(db: Db, people: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from identity.people where id = any (${people}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

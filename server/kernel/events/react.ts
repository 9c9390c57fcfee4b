import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { Ctx } from '../context.ts';
import { sideBySide } from '../db/side-by-side.ts';
import type { Tx } from '../db/tx.ts';
import type { Tables } from '../db/types.ts';
import type { Id } from '../values/ids.ts';
import type { Fact } from './define.ts';
import type { Reaction } from './reactions.ts';

export interface Called {
  reaction: Reaction<unknown>;
  eventId: Id<'event'>;
}

/**
 * Runs reactions in one transaction with their marks: after a crash either all is there or nothing. Leaves out those that are
 * marked already. Throws, and undoes all of them, when one fails.
 *
 * Those of one organization run one after the other, in the order given. Those of different organizations have no rows in common, so
 * their statements are sent side by side and share packets. Where a fact reaches into a second organization, nothing is sent side by
 * side. At the end come those that take all their facts at once.
 */
export async function react(ctx: Ctx, calls: readonly Called[]): Promise<void> {
  await ctx.transact(async (tx) => {
    const names = calls.map(({ reaction }) => reaction.name);
    const ids = calls.map(({ eventId }) => eventId);
    const { rows } = await sql<Marked>`
      with mark as (
        insert into kernel.handled (reaction, event_id, handled_at)
        select reaction, event_id, ${tx.now} from unnest(${names}::text[], ${ids}::uuid[]) as called (reaction, event_id)
        on conflict do nothing returning reaction, event_id)
      select mark.reaction, e.* from mark join kernel.events e on e.id = mark.event_id`.execute(tx.db);
    const marked = new Map(rows.map((row) => [`${row.reaction} ${row.id}`, row]));
    const single: { lane: string | null; work: Work; reaches: boolean }[] = [];
    const together = new Map<Reaction<unknown>, Fact[]>();
    for (const { reaction, eventId } of calls) {
      const call = `${reaction.name} ${eventId}`;
      const row = marked.get(call);
      // A job that came back may stand here twice.
      marked.delete(call);
      if (!row) continue;
      const fact = factOf(row, reaction);
      if (reaction.together) listIn(together, reaction).push(fact);
      else
        single.push({
          lane: fact.organizationId,
          work: { reaction, facts: [fact] },
          reaches: reaction.event.reaches(fact.data) !== undefined,
        });
    }
    const apart = !single.some(({ reaches }) => reaches);
    const lanes = new Map<string | null, Work[]>();
    for (const { lane, work } of single) listIn(lanes, apart ? lane : null).push(work);
    await sideBySide([...lanes.values()].map((lane) => () => inTurn(tx, lane)));
    await inTurn(
      tx,
      [...together].map(([reaction, facts]) => ({ reaction, facts })),
    );
  });
}

interface Work {
  reaction: Reaction<unknown>;
  facts: Fact[];
}

async function inTurn(tx: Tx, work: readonly Work[]): Promise<void> {
  for (const { reaction, facts } of work) await reaction.run(tx, facts);
}

function listIn<Key, Value>(lists: Map<Key, Value[]>, key: Key): Value[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

type Marked = Selectable<Tables['kernel.events']> & { reaction: string };

function factOf(row: Marked, reaction: Reaction<unknown>): Fact {
  return {
    id: row.id as Id<'event'>,
    name: row.name,
    organizationId: row.organization_id as Id<'organization'> | null,
    subject: { kind: row.subject_kind, id: row.subject_id },
    actor: { kind: row.actor_kind as Fact['actor']['kind'], id: row.actor_id as Fact['actor']['id'] },
    data: reaction.event.data.parse(row.data),
    requestId: row.request_id,
    happenedAt: row.happened_at,
  };
}

import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Clock } from '../clock.ts';
import { everything, beginStatement } from '../db/scope.ts';
import type { PendingJob, Postbox, QueuedJob } from '../db/outgoing.ts';
import { inOnePacket } from '../db/packet.ts';
import { chunked } from '../values/chunked.ts';
import type { Id } from '../values/ids.ts';
import type { Reaction } from './reactions.ts';
import { sealOf } from './seal.ts';
import type { SealedFact } from './seal.ts';

export const reactionJob = 'kernel.react';
export const deliveryJob = 'kernel.deliver-message';
/** Reactions and messages that came together: a row of the queue costs more than most of them. */
export const togetherJob = 'kernel.run-together';
/** Told after every sealed batch, with the last position: live streams on every node read on from theirs. */
export const sealedChannel = 'clientarea_sealed';

const batch = { most: 1000, behind: 200 };
/** How many share a job: it runs in one transaction, which had better not grow without end. */
const togetherAtMost = 100;

export interface OutboxContext {
  pool: pg.Pool;
  postbox: Postbox;
  clock: Clock;
  reactionsTo: (event: string) => readonly Reaction<unknown>[];
}

/**
 * What whoever seals runs at once, what somebody waits for first. `reactions` are in the queue as well, for later, in case this process dies
 * before it is done.
 */
export interface Held {
  awaited: Id<'message'>[];
  reactions: { id: string; job: QueuedJob }[];
  messages: Id<'message'>[];
}

export interface Batch {
  count: number;
  isFull: boolean;
  held: Held;
}

/** How long the queue leaves held reactions to whoever sealed their facts. */
const heldSeconds = 20;

/**
 * Takes one batch of new facts and messages and puts them into the queue. Returns how many there were. `behind`: the batch is small, so
 * that others get their turn.
 */
export async function sealAndDispatch(context: OutboxContext, behind = false): Promise<number> {
  const { count } = await takeBatch(context, { hold: false, behind });
  return count;
}

/** The same, with what follows left to the caller. `isFull`: there may be more. */
export function sealAndHold(context: OutboxContext, behind = false): Promise<Batch> {
  return takeBatch(context, { hold: true, behind });
}

/**
 * Seals a batch of new facts into the chain and puts the reactions to them into jobs, all in one transaction, so nothing is lost or
 * given out twice. Many nodes may call it; the chain's row makes them take turns. Messages that are held stay as they are: whoever
 * delivers them marks them.
 */
async function takeBatch(
  context: OutboxContext,
  { hold, behind }: { hold: boolean; behind: boolean },
): Promise<Batch> {
  const most = behind ? batch.behind : batch.most;
  const client = await context.pool.connect();
  try {
    inOnePacket(client);
    // The later statements see what others sealed while the second one waited for its row.
    const [, end, facts, messages] = await all(
      client.query(beginStatement(everything, 'read write')),
      client.query<{ position: bigint; hash: Buffer }>(
        'select position, hash from kernel.chain for update',
        [],
      ),
      client.query<SealedFact>(
        `select id, name, organization_id, subject_kind, subject_id, actor_kind, actor_id, data, request_id, happened_at
         from kernel.events where position is null order by happened_at, id limit $1`,
        [most],
      ),
      client.query<{ id: Id<'message'>; awaited: boolean }>(hold ? waiting : taken, []),
    );
    inOnePacket(client);
    const sent: Promise<unknown>[] = [];
    const send = (sql: string, values: unknown[]) => {
      const answer = client.query(sql, values);
      answer.catch(() => {});
      sent.push(answer);
      return answer;
    };
    if (facts.rows.length > 0) sealBatch(send, end.rows[0]!, facts.rows);
    const reactions = facts.rows.flatMap((fact) =>
      context
        .reactionsTo(fact.name)
        .map((reaction) => ({ name: reactionJob, input: { reaction: reaction.name, eventId: fact.id } })),
    );
    const idsOf = (awaited: boolean) =>
      messages.rows.filter((message) => message.awaited === awaited).map(({ id }) => id);
    const held: Held = { awaited: [], reactions: [], messages: [] };
    if (hold) {
      held.reactions = chunked(reactions, togetherAtMost).map((jobs) => ({
        id: randomUUID(),
        job: shared(jobs),
      }));
      held.awaited = idsOf(true);
      held.messages = idsOf(false);
      const kept = held.reactions.map(({ id, job }) => ({
        ...pending(job, false),
        id,
        delaySeconds: heldSeconds,
      }));
      if (kept.length > 0) await context.postbox.insert(kept, send);
    } else {
      const some = [
        ...inJobs(deliveries(idsOf(true))).map((job) => pending(job, true)),
        ...inJobs([...reactions, ...deliveries(idsOf(false))]).map((job) => pending(job, false)),
      ];
      if (some.length > 0) await context.postbox.insert(some, send);
    }
    const ended = send('commit', []);
    await Promise.all(sent);
    // A pipelined commit after a failed statement answers ROLLBACK instead of failing.
    if ((await ended).command !== 'COMMIT') throw new Error('sealing was rolled back by the database');
    const isFull = facts.rows.length === most || messages.rows.length >= togetherAtMost;
    return { count: facts.rows.length + messages.rows.length, isFull, held };
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

const inTurn = 'order by awaited desc, created_at';
const waiting = `select id, awaited from kernel.messages where not dispatched ${inTurn} limit ${togetherAtMost}`;
const taken = `
  update kernel.messages set dispatched = true
  where id in (select id from kernel.messages where not dispatched ${inTurn} limit ${batch.most}) returning id, awaited`;

/** Waits for all, also when one fails: what came behind it only says that the transaction is aborted. */
async function all<const Statements extends readonly Promise<unknown>[]>(...statements: Statements) {
  await Promise.allSettled(statements);
  return Promise.all(statements);
}

function sealBatch(
  send: (sql: string, values: unknown[]) => void,
  end: { position: bigint; hash: Buffer },
  facts: SealedFact[],
): void {
  let { position, hash } = end;
  const sealed = facts.map((fact) => {
    position += 1n;
    hash = sealOf(hash, { ...fact, position });
    return { id: fact.id, position, hash };
  });
  send(
    `update kernel.events e set position = s.position, hash = s.hash
     from unnest($1::uuid[], $2::bigint[], $3::bytea[]) as s (id, position, hash) where e.id = s.id`,
    [sealed.map((s) => s.id), sealed.map((s) => s.position.toString()), sealed.map((s) => s.hash)],
  );
  send(
    `with chained as (update kernel.chain set position = $1, hash = $2) select pg_notify('${sealedChannel}', $1::text)`,
    [position.toString(), hash],
  );
}

export const deliveries = (messages: readonly Id<'message'>[]): QueuedJob[] =>
  messages.map((id) => ({ name: deliveryJob, input: { id } }));

function inJobs(jobs: readonly QueuedJob[]): QueuedJob[] {
  return jobs.length === 1 ? [...jobs] : chunked(jobs, togetherAtMost).map(shared);
}

function shared(jobs: readonly QueuedJob[]): QueuedJob {
  return { name: togetherJob, input: { jobs } };
}

function pending(job: QueuedJob, awaited: boolean): PendingJob {
  return { ...job, retries: 12, firstWait: 1, key: undefined, delaySeconds: 0, awaited };
}

import type pg from 'pg';
import type { Clock } from '../clock.ts';
import { everything, beginStatement } from '../db/scope.ts';
import type { PendingJob, Postbox } from '../db/outgoing.ts';
import { inOnePacket } from '../db/packet.ts';
import { chunked } from '../values/chunked.ts';
import type { Reaction } from './reactions.ts';
import { sealOf } from './seal.ts';
import type { SealedFact } from './seal.ts';

export const reactionJob = 'kernel.react';
export const deliveryJob = 'kernel.deliver-message';
/** Reactions and messages that came together: a row of the queue costs more than most of them. */
export const togetherJob = 'kernel.run-together';
/** Told after every sealed batch, with the last position: live streams on every node read on from theirs. */
export const sealedChannel = 'clientarea_sealed';

const batch = 1000;
/** How many share a job: it runs in one transaction, which had better not grow without end. */
const togetherAtMost = 100;

export interface OutboxContext {
  pool: pg.Pool;
  postbox: Postbox;
  clock: Clock;
  reactionsTo: (event: string) => readonly Reaction<unknown>[];
}

/**
 * Takes one batch of new facts and messages: seals the facts into the chain and puts the reactions and messages into jobs,
 * all in one transaction, so nothing is lost or given out twice. Many nodes may call it; the chain's row makes them
 * take turns. Returns how many facts and messages there were.
 */
export async function sealAndDispatch(context: OutboxContext): Promise<number> {
  const client = await context.pool.connect();
  try {
    inOnePacket(client);
    // The later statements see what others sealed while the second one waited for its row.
    const [, end, facts, messages] = await all(
      client.query(beginStatement(everything, 'read write')),
      client.query<{ position: bigint; hash: Buffer }>('select position, hash from kernel.chain for update'),
      client.query<SealedFact>(
        `select id, name, organization_id, subject_kind, subject_id, actor_kind, actor_id, data, request_id, happened_at
         from kernel.events where position is null order by happened_at, id limit ${batch}`,
      ),
      client.query<{ id: string }>(
        `update kernel.messages set dispatched = true
         where id in (select id from kernel.messages where not dispatched order by created_at limit ${batch}) returning id`,
      ),
    );
    inOnePacket(client);
    const sent: Promise<unknown>[] = [];
    const send = (sql: string, values?: unknown[]) => {
      const answer = client.query(sql, values);
      answer.catch(() => {});
      sent.push(answer);
      return answer;
    };
    if (facts.rows.length > 0) sealBatch(send, end.rows[0]!, facts.rows);
    const jobs = [
      ...facts.rows.flatMap((fact) =>
        context
          .reactionsTo(fact.name)
          .map((reaction) => job(reactionJob, { reaction: reaction.name, eventId: fact.id })),
      ),
      ...messages.rows.map(({ id }) => job(deliveryJob, { id })),
    ];
    if (jobs.length > 0) await context.postbox.insert(together(jobs), send);
    const ended = send('commit');
    await Promise.all(sent);
    // A pipelined commit after a failed statement answers ROLLBACK instead of failing.
    if ((await ended).command !== 'COMMIT') throw new Error('sealing was rolled back by the database');
    return facts.rows.length + messages.rows.length;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

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

function together(jobs: readonly PendingJob[]): PendingJob[] {
  if (jobs.length === 1) return [...jobs];
  return chunked(jobs, togetherAtMost).map((some) =>
    job(togetherJob, { jobs: some.map(({ name, input }) => ({ name, input })) }),
  );
}

function job(name: string, input: object): PendingJob {
  return { name, input, retries: 12, firstWait: 1, key: undefined, delaySeconds: 0 };
}

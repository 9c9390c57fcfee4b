import type { CompiledQuery } from 'kysely';
import type pg from 'pg';
import type { KeyRing } from '../crypto.ts';
import { seal } from '../crypto.ts';
import type { Telling } from '../messages.ts';
import { newId } from '../values/ids.ts';
import { inOnePacket } from './packet.ts';
import type { Scope } from './scope.ts';

/** What a transaction has promised to others; it becomes rows just before the commit. */
export interface Outgoing {
  facts: object[];
  jobs: PendingJob[];
  messages: { kind: string; awaited: boolean; telling: Telling<unknown> }[];
  statements: CompiledQuery[];
}

/** What a job is in the queue's tables. */
export interface QueuedJob {
  name: string;
  input: unknown;
}

export interface PendingJob extends QueuedJob {
  /** Made by the queue where nobody needs to know it. */
  id?: string;
  retries: number;
  firstWait: number;
  key: string | undefined;
  /** From now on: the queue may keep another time than the clock does. */
  delaySeconds: number;
  /** Somebody waits for it: fetched before whatever nobody waits for. */
  awaited: boolean;
}

/** Puts jobs into the queue's tables inside the given connection's transaction. */
export interface Postbox {
  insert(
    jobs: readonly PendingJob[],
    run: (sql: string, values: unknown[]) => Promise<{ rows: unknown[] }>,
  ): Promise<void>;
}

/** Wakes whoever seals and delivers. A hint: the sealer also looks by itself every second. */
export const outboxChannel = 'clientarea_outbox';
const wakeAfterMilliseconds = 5;

/** Wakes who seals: in this process where it does, or else through the database, which tells all that listen. */
export interface Waker {
  wake(): void;
  /** From now on this process seals. */
  here(sealer: () => void): void;
}

/**
 * Wakes the sealer soon, once for all that is committed meanwhile. Not in the transactions themselves: PostgreSQL lets those that
 * notify commit one at a time, each with its own wait for the disk.
 */
export function createWaker(pool: pg.Pool): Waker {
  let timer: NodeJS.Timeout | null = null;
  let wakeSealer = (): void => void pool.query(`notify ${outboxChannel}`).catch(() => {});
  return {
    wake() {
      timer ??= setTimeout(() => {
        timer = null;
        wakeSealer();
      }, wakeAfterMilliseconds).unref();
    },
    here: (sealer) => (wakeSealer = sealer),
  };
}

/**
 * Sends the statements for all that goes out and the commit right behind them, without waiting in between. Facts and jobs are
 * written as the system, since clients themselves may write neither. Throws when the database rolled back instead.
 */
export async function commitWith(
  context: { keys: KeyRing; postbox: Postbox; wakeSealer: () => void; scope: Scope },
  client: pg.PoolClient,
  now: Date,
  outgoing: Outgoing,
): Promise<void> {
  const { facts, jobs, messages, statements } = outgoing;
  const sent: Promise<unknown>[] = [];
  const send = (sql: string, values?: unknown[]) => {
    const answer = client.query(sql, values);
    answer.catch(() => {});
    sent.push(answer);
    return answer;
  };
  inOnePacket(client);
  for (const { sql, parameters } of statements) void send(sql, parameters as unknown[]);
  const told = facts.length + messages.length > 0;
  if (context.scope.kind === 'clients' && (told || jobs.length > 0))
    void send('set local role clientarea_system');
  if (told)
    void send(insertOutgoing, [JSON.stringify(facts), JSON.stringify(sealed(context.keys, now, messages))]);
  if (jobs.length > 0) await context.postbox.insert(jobs, send);
  const ended = send('commit');
  await Promise.all(sent);
  // A pipelined commit after a failed statement answers ROLLBACK instead of failing.
  if ((await ended).command !== 'COMMIT') throw new Error('the transaction was rolled back by the database');
  if (told) context.wakeSealer();
}

const insertOutgoing = `
  with facts as (
    insert into kernel.events
      (id, name, audience, organization_id, subject_kind, subject_id, actor_kind, actor_id, data, request_id, happened_at)
    select id, name, audience, organization_id, subject_kind, subject_id, actor_kind, actor_id, data, request_id, happened_at
    from jsonb_populate_recordset(null::kernel.events, $1::jsonb)),
  messages as (
    insert into kernel.messages
      (id, kind, person_id, address, recipient_name, locale, time_zone, organization_id, channels, occurrence, data, created_at, awaited)
    select id, kind, person_id, address, recipient_name, locale, time_zone, organization_id, channels, occurrence, data, created_at, awaited
    from jsonb_populate_recordset(null::kernel.messages, $2::jsonb)
    on conflict do nothing)
  select`;

function sealed(keys: KeyRing, now: Date, messages: Outgoing['messages']): object[] {
  return messages.map(({ kind, awaited, telling }) => {
    const id = newId<'message'>(now);
    const to = telling.to;
    return {
      id,
      kind,
      ...('person' in to
        ? { person_id: to.person }
        : {
            address: to.address,
            recipient_name: to.name,
            locale: to.locale,
            time_zone: to.timeZone ?? null,
          }),
      organization_id: telling.organizationId ?? null,
      channels: telling.channels ?? null,
      occurrence: telling.occurrence,
      data: seal(keys, `kernel.messages:${id}`, JSON.stringify(telling.data)),
      created_at: now,
      awaited,
    };
  });
}

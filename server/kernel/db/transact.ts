import { setTimeout as wait } from 'node:timers/promises';
import { randomInt } from 'node:crypto';
import type { RawBuilder } from 'kysely';
import type pg from 'pg';
import type { Actor } from '../auth/actor.ts';
import { actorId } from '../auth/actor.ts';
import type { Clock } from '../clock.ts';
import { vaultOf } from '../crypto.ts';
import type { KeyRing } from '../crypto.ts';
import { newId } from '../values/ids.ts';
import type { KeepingClient } from './keeping-client.ts';
import { LentConnection, builderOn } from './connection.ts';
import { insideTransaction } from './network-guard.ts';
import type { Outgoing, Postbox } from './outgoing.ts';
import { commitWith } from './outgoing.ts';
import { inOnePacket } from './packet.ts';
import { beginStatement } from './scope.ts';
import type { Scope } from './scope.ts';
import type { Tx } from './tx.ts';
import type { Db } from './types.ts';

/** What transactions need of their surroundings. `readPool` is a replica where one is set. */
export interface Database {
  pool: pg.Pool;
  readPool: pg.Pool;
  postbox: Postbox;
  wakeSealer: () => void;
  keys: KeyRing;
}

/** Who acts, where from, and what they may see: the same for all transactions of one request or job. */
export interface Acting {
  actor: Actor;
  clock: Clock;
  scope: Scope;
  requestId: string | null;
}

const attempts = 6;

export function read<T>(database: Database, scope: Scope, work: (db: Db) => Promise<T>): Promise<T> {
  return repeating(() => readOnce(database, scope, work));
}

async function readOnce<T>(database: Database, scope: Scope, work: (db: Db) => Promise<T>): Promise<T> {
  const beginning = beginStatement(scope, 'read only');
  const client = await database.readPool.connect();
  const lent = new LentConnection(client);
  const begun = begin(client, scope, beginning);
  let broken: Error | undefined;
  try {
    const result = await insideTransaction(() => work(builderOn(lent)));
    await begun;
    return result;
  } catch (error) {
    if (isOutdatedPlan(error)) broken = error;
    throw await firstFailure(begun, error);
  } finally {
    lent.end();
    client.query('commit').then(
      () => client.release(broken),
      (error: Error) => client.release(error),
    );
  }
}

/**
 * Runs `work` in one transaction and commits it together with its facts, jobs and messages. Serialization failures and deadlocks
 * are repeated with growing random waits; any other error rolls back and is thrown.
 */
export async function transact<T>(
  database: Database,
  acting: Acting,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return repeating(() => once(database, acting, work));
}

async function repeating<T>(once: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once();
    } catch (error) {
      if (attempt === attempts || !mayRepeat(error)) throw error;
      await wait(randomInt(5, 20 * 2 ** attempt));
    }
  }
}

function mayRepeat(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return code === '40001' || code === '40P01' || isOutdatedPlan(error);
}

/** A migration of a newer node has changed what a kept statement returns: its connection is of no use any more. */
function isOutdatedPlan(error: unknown): error is Error {
  const { code, routine } = (error ?? {}) as { code?: unknown; routine?: unknown };
  return code === '0A000' && routine === 'RevalidateCachedQuery';
}

async function once<T>(database: Database, acting: Acting, work: (tx: Tx) => Promise<T>): Promise<T> {
  const beginning = beginStatement(acting.scope, 'read write');
  const client = await database.pool.connect();
  const lent = new LentConnection(client);
  const outgoing: Outgoing = { facts: [], jobs: [], messages: [], statements: [] };
  let broken: Error | undefined;
  const begun = begin(client, acting.scope, beginning);
  try {
    const tx = openTx(database, lent, acting, outgoing);
    const result = await insideTransaction(() => work(tx));
    lent.end();
    await begun;
    await commitWith({ ...database, scope: acting.scope }, client, tx.now, outgoing);
    return result;
  } catch (error) {
    lent.end();
    if (isOutdatedPlan(error)) broken = error;
    await client.query('rollback').catch((failure: Error) => {
      broken = failure;
    });
    throw await firstFailure(begun, error);
  } finally {
    client.release(broken);
  }
}

/** Sent but not awaited, and held back for a moment, so that the first statement leaves in the same packet. */
function begin(client: pg.PoolClient, scope: Scope, statement: string): Promise<unknown> {
  const keeping = client as unknown as KeepingClient;
  keeping.speaksFor = scope.kind;
  inOnePacket(client);
  const begun = client.query(keeping.forgetting() + statement);
  begun.catch(() => {});
  return begun;
}

/** When the beginning failed, what came behind it only says that the transaction is aborted. */
async function firstFailure(begun: Promise<unknown>, error: unknown): Promise<unknown> {
  return begun.then(
    () => error,
    (earlier: unknown) => earlier,
  );
}

function openTx(database: Database, lent: LentConnection, acting: Acting, outgoing: Outgoing): Tx {
  const now = acting.clock.now();
  const db = builderOn(lent);
  return {
    db,
    actor: acting.actor,
    now,
    vault: vaultOf(database.keys),
    newId: () => newId(now),
    emit: (event, fact) => {
      lent.requireOpen();
      outgoing.facts.push({
        id: newId<'event'>(now),
        name: event.name,
        audience: event.audience,
        organization_id: fact.organizationId,
        subject_kind: fact.subject.kind,
        subject_id: fact.subject.id,
        actor_kind: acting.actor.kind,
        actor_id: actorId(acting.actor),
        data: event.data.parse(fact.data),
        request_id: acting.requestId,
        happened_at: now,
      });
    },
    enqueue: (job, input, options) => {
      lent.requireOpen();
      const { name, retries, firstWait } = job;
      const { key, after, awaited = false } = options ?? {};
      // Told by many in one transaction, such as reactions that run together.
      if (key !== undefined && outgoing.jobs.some((one) => one.name === name && one.key === key)) return;
      const delaySeconds = after ? Math.max(0, Math.ceil((after.getTime() - now.getTime()) / 1000)) : 0;
      outgoing.jobs.push({
        name,
        input: job.input.parse(input),
        retries,
        firstWait,
        key,
        delaySeconds,
        awaited,
      });
    },
    ahead: <Row>(statement: RawBuilder<Row>) => {
      const sent = lent.executeQuery<Row>(statement.compile(db)).then(({ rows }) => rows);
      sent.catch(() => {});
      return sent;
    },
    withCommit: (statement) => {
      lent.requireOpen();
      outgoing.statements.push(statement.compile(db));
    },
    tell: (message, telling) => {
      lent.requireOpen();
      outgoing.messages.push({ kind: message.name, awaited: message.awaited, telling });
    },
  };
}

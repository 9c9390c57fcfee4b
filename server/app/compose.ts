import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import type pg from 'pg';
import type { PgBoss } from 'pg-boss';
import type { Actor } from '../kernel/auth/actor.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Ctx } from '../kernel/context.ts';
import { vaultOf } from '../kernel/crypto.ts';
import type { KeyRing } from '../kernel/crypto.ts';
import { createWaker } from '../kernel/db/outgoing.ts';
import type { Waker } from '../kernel/db/outgoing.ts';
import { createPool } from '../kernel/db/pool.ts';
import { everything } from '../kernel/db/scope.ts';
import type { Scope } from '../kernel/db/scope.ts';
import { read, transact } from '../kernel/db/transact.ts';
import type { Database } from '../kernel/db/transact.ts';
import { createRefusals } from '../kernel/http/refusals.ts';
import type { Refusals } from '../kernel/http/refusals.ts';
import { createHttp } from '../kernel/http/server.ts';
import { createBoss, postboxOf } from '../kernel/jobs/queue.ts';
import type { Repertoire } from '../kernel/jobs/run.ts';
import type { Logger } from '../kernel/log.ts';
import type { Ports } from '../kernel/ports.ts';
import { assemble } from '../kernel/product.ts';
import type { Product } from '../kernel/product.ts';
import { modules } from '../modules/index.ts';
import { deliverMessages } from '../modules/notifications/index.ts';
import { authenticate, authenticateKey } from '../modules/organizations/index.ts';

/** What a Clientarea is made from. Nothing here reads the environment; `config.ts` does. */
export interface Ingredients {
  databaseUrl: string;
  directUrl: string;
  readUrl: string | null;
  poolSize: number;
  keys: KeyRing;
  clock: Clock;
  ports: Ports;
  publicUrl: URL;
  /** IANA name: the zone of whoever has not chosen one. */
  timeZone: string;
  trustProxy: boolean | string;
  requestsPerMinute: number;
  strictLimits: boolean;
  runJobs: boolean;
  log: Logger;
  httpLogger: FastifyBaseLogger | false;
  version: string;
}

export interface Clientarea {
  product: Product;
  http: FastifyInstance;
  boss: PgBoss;
  waker: Waker;
  pool: pg.Pool;
  refusals: Refusals;
  repertoire: Repertoire;
  /** The zone of the business. */
  timeZone: string;
  /** The context in which the system itself acts: jobs, sweeps, commands of operators. */
  system(name: string): Ctx;
  /** The context of nobody in particular, seeing only the rows of a scope. */
  within(scope: Scope): Ctx;
  close(): Promise<void>;
}

/** Puts the product together. The only place that knows adapters, modules and kernel at once. */
export async function compose(made: Ingredients): Promise<Clientarea> {
  const product = assemble(modules);
  const pool = createPool(made.databaseUrl, { max: made.poolSize, name: 'clientarea' });
  const readPool = made.readUrl
    ? createPool(made.readUrl, { max: made.poolSize, name: 'clientarea reads' })
    : pool;
  const boss = createBoss(made.directUrl, { workers: made.runJobs });
  const waker = createWaker(pool);
  const database: Database = {
    pool,
    readPool,
    postbox: postboxOf(boss),
    wakeSealer: waker.wake,
    keys: made.keys,
  };
  const { clock, ports, log } = made;
  const vault = vaultOf(made.keys);

  const contextualize = ({
    actor,
    scope,
    requestId,
  }: {
    actor: Actor;
    scope: Scope;
    requestId: string | null;
  }): Ctx => ({
    actor,
    clock,
    ports,
    product,
    vault,
    log,
    requestId,
    publicUrl: made.publicUrl,
    read: (work) => read(database, scope, work),
    transact: (work) => transact(database, { actor, clock, scope, requestId }, work),
    within: (other) => contextualize({ actor, scope: other, requestId }),
  });

  const refusals = createRefusals({ pool, clock, log });
  const http = await createHttp({
    ...made,
    routes: product.routes,
    contextualize,
    authenticate: (tokenHash, attended) => authenticate(pool, { tokenHash, attended }, clock.now()),
    refused: refusals.note,
    authenticateKey: (token, address) =>
      authenticateKey(pool, { token, address }, product.permissions, clock.now()),
    logger: made.httpLogger,
  });

  return {
    product,
    http,
    boss,
    waker,
    pool,
    refusals,
    timeZone: made.timeZone,
    repertoire: {
      jobs: product.jobs,
      reactions: product.reactions,
      sweeps: product.sweeps,
      deliver: (ctx, ids) => deliverMessages(ctx, ids, made),
    },
    system: (name) => contextualize({ actor: { kind: 'system', name }, scope: everything, requestId: null }),
    within: (scope) => contextualize({ actor: { kind: 'anonymous' }, scope, requestId: null }),
    async close() {
      await http.close();
      await refusals.flush();
      await boss.stop({ graceful: true, timeout: 10_000 });
      await Promise.all([pool.end(), ...(readPool === pool ? [] : [readPool.end()])]);
    },
  };
}

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
  /** As in `Connected`; without it what nobody waits for shares the connections of all. */
  standBack?: ((processId: number) => void) | null;
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
  /** Connections for what nobody waits for. */
  behind: pg.Pool;
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

/** For the lanes of a billing run, the sealer and what follows from it. */
const connectionsBehind = 4;

/** Puts the product together. The only place that knows adapters, modules and kernel at once. */
export async function compose(made: Ingredients): Promise<Clientarea> {
  const product = assemble(modules);
  const pool = createPool(made.databaseUrl, { max: made.poolSize, name: 'clientarea' });
  const readPool = made.readUrl
    ? createPool(made.readUrl, { max: made.poolSize, name: 'clientarea reads' })
    : pool;
  const { standBack } = made;
  const behind = standBack
    ? createPool(made.databaseUrl, {
        max: connectionsBehind,
        name: 'clientarea behind',
        opened: standBack,
      })
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
  const databaseBehind = behind === pool ? database : { ...database, pool: behind, readPool: behind };
  const { clock, ports, log } = made;
  const vault = vaultOf(made.keys);

  const contextualize = ({
    actor,
    scope,
    requestId,
    on = database,
  }: {
    actor: Actor;
    scope: Scope;
    requestId: string | null;
    on?: Database;
  }): Ctx => ({
    actor,
    clock,
    ports,
    product,
    vault,
    log,
    requestId,
    publicUrl: made.publicUrl,
    read: (work) => read(on, scope, work),
    transact: (work) => transact(on, { actor, clock, scope, requestId }, work),
    within: (other) => contextualize({ actor, scope: other, requestId, on }),
    behind: () => contextualize({ actor, scope, requestId, on: databaseBehind }),
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
    behind,
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
      await Promise.all([...new Set([pool, readPool, behind])].map((one) => one.end()));
    },
  };
}

import { randomBytes, randomUUID } from 'node:crypto';
import type { FastifyBaseLogger } from 'fastify';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { compose } from '../../app/compose.ts';
import type { Clientarea, Ingredients } from '../../app/compose.ts';
import { ownerRole } from '../../app/prepare-database.ts';
import { keyRing, unseal, wrapNewKey } from '../../kernel/crypto.ts';
import type { Ctx } from '../../kernel/context.ts';
import { postboxOf } from '../../kernel/jobs/queue.ts';
import { createSettler } from '../../kernel/jobs/settle.ts';
import { template } from './database-server.ts';
import { movableClock } from './clock.ts';
import type { MovableClock } from './clock.ts';
import { testPorts } from './ports.ts';
import type { TestPorts } from './ports.ts';
import { anonymous } from './client.ts';
import type { TestClient } from './client.ts';

/** A whole Clientarea on a database of its own, with a clock that stands still and adapters of the sandbox kind. */
export interface TestApp {
  app: Clientarea;
  /** What it was made from. */
  made: Ingredients;
  /** Its database, past any pooler. */
  directUrl: string;
  ctx: Ctx;
  clock: MovableClock;
  ports: TestPorts;
  /** Somebody who is not signed in. */
  stranger: TestClient;
  /** Lets everything happen that follows from what was done: facts sealed, reactions and jobs run, until nothing is due. */
  settle(): Promise<void>;
  /** Runs one sweep by name, then settles. */
  sweep(name: string): Promise<void>;
  /** The data of a message as its reader gets it. */
  open(message: { id: string; data: string }): any;
  /** Jobs that failed while settling, with their errors; empty unless a test expects some. */
  failures: { job: string; error: Error }[];
}

const log = { info() {}, warn() {}, error() {} };

/** What the server calls an unexpected failure is printed with the test that caused it. */
const surprises: FastifyBaseLogger = {
  ...log,
  level: 'error',
  error: (fields: unknown, message?: string) => console.error(message, fields),
  fatal: (fields: unknown) => console.error(fields),
  debug() {},
  trace() {},
  silent() {},
  child: () => surprises,
};

/**
 * Call it at the top of a test file: the database is cloned for the file and dropped after it. `over` is made otherwise than for most
 * tests; `extend` adds to the server before it takes requests.
 */
export async function createTestApp(
  start = new Date('2026-03-02T02:00:00Z'),
  {
    extend,
    ...over
  }: Partial<Ingredients> & { extend?: (app: Clientarea, made: Ingredients) => Promise<void> } = {},
): Promise<TestApp> {
  const database = `test_${randomUUID().replaceAll('-', '')}`;
  // Copying its files is far less work than writing each page to the log, where nothing waits for a disk.
  await administer(`create database ${database} template ${template} owner ${ownerRole} strategy file_copy`);
  const clock = movableClock(start);
  const ports = testPorts(clock);
  const root = randomBytes(32);
  const keys = keyRing(root, [{ id: 1, wrapped: wrapNewKey(root, 1) }]);
  const directUrl = inject('directUrl').replace('DATABASE', database);
  const made: Ingredients = {
    databaseUrl: inject('databaseUrl').replace('DATABASE', database),
    directUrl,
    readUrl: null,
    poolSize: 8,
    keys,
    clock,
    ports,
    publicUrl: new URL('http://localhost:3000'),
    timeZone: 'Asia/Jakarta',
    trustProxy: false,
    requestsPerMinute: 0,
    strictLimits: false,
    runJobs: false,
    log,
    httpLogger: surprises,
    version: 'test',
    ...over,
  };
  const app = await compose(made);
  await app.boss.start();
  await extend?.(app, made);
  await app.http.ready();
  ports.sandbox.deliverTo(app.http);
  afterAll(async () => {
    await app.close();
    await ports.close();
    await administer(`drop database ${database} with (force)`);
  });

  const ctx = app.system('test');
  const failures: TestApp['failures'] = [];
  const outbox = {
    pool: app.pool,
    postbox: postboxOf(app.boss),
    clock,
    reactionsTo: app.product.reactionsTo,
  };
  const { settle, timePassed } = createSettler({
    boss: app.boss,
    pool: app.pool,
    outbox,
    ctx,
    repertoire: app.repertoire,
    failed: (job, error) => failures.push({ job, error }),
  });
  clock.onMove(timePassed);

  return {
    app,
    made,
    directUrl,
    ctx,
    clock,
    ports,
    stranger: anonymous(app),
    settle,
    failures,
    open: ({ id, data }) => JSON.parse(unseal(keys, `kernel.messages:${id}`, data)),
    async sweep(name) {
      const found = app.product.sweeps.find((sweep) => sweep.name === name);
      if (!found) throw new Error(`no sweep ${name}`);
      await found.run(ctx);
      await settle();
    },
  };
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('adminUrl') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

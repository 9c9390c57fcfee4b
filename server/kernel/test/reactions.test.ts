import { sql } from 'kysely';
import type { KyselyPlugin } from 'kysely';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { createTestApp } from '../../test/kit/app.ts';
import { defineEvent } from '../events/define.ts';
import { reactionJob, sealAndDispatch, togetherJob } from '../events/outbox.ts';
import { on } from '../events/reactions.ts';
import type { Reaction } from '../events/reactions.ts';
import { defineJob } from '../jobs/define.ts';
import { postboxOf } from '../jobs/queue.ts';
import { giveUp, runJob, runJobs } from '../jobs/run.ts';
import type { QueuedJob } from '../db/outgoing.ts';
import type { Repertoire } from '../jobs/run.ts';
import { verifyChain } from '../events/verify.ts';

const app = await createTestApp();
const { ctx } = app;
const { pool } = app.app;
await pool.query(`
  create table kernel.effects (of uuid not null);
  grant select, insert on kernel.effects to clientarea_system`);

const placed = defineEvent('test.order-placed', { data: z.object({ n: z.int() }) });
const record = sql`insert into kernel.effects`;

function repertoireOf(reaction: Reaction<any>): Repertoire {
  return {
    jobs: new Map(),
    reactions: new Map([[reaction.name, reaction]]),
    sweeps: [],
    deliver: async () => {},
  };
}

/** Emits one fact and returns its id. */
async function place(): Promise<string> {
  await ctx.transact(async (tx) => {
    tx.emit(placed, { organizationId: null, subject: { kind: 'order', id: '1' }, data: { n: 1 } });
  });
  const { rows } = await pool.query<{ id: string }>(
    `select id from kernel.events where name = 'test.order-placed' order by id desc limit 1`,
  );
  return rows[0]!.id;
}

const job = (reaction: string, eventId: string): QueuedJob => ({
  name: reactionJob,
  input: { reaction, eventId },
});

const unheard = () => expect.unreachable();

async function effectsOf(eventId: string): Promise<number> {
  const { rows } = await pool.query('select from kernel.effects where of = $1', [eventId]);
  return rows.length;
}

const remember = on(placed, 'test.remember', async (tx, fact) => {
  await sql`${record} values (${fact.id})`.execute(tx.db);
});

test('a reaction whose job comes back, or runs in two workers at once, acts once', async () => {
  const eventId = await place();
  const run = () => runJob(ctx, repertoireOf(remember), job(remember.name, eventId));
  await run();
  await run();
  await Promise.all([run(), run(), run()]);
  expect(await effectsOf(eventId)).toBe(1);

  const other = await place();
  const both = () => runJob(ctx, repertoireOf(remember), job(remember.name, other));
  await Promise.all([both(), both(), both()]);
  expect(await effectsOf(other)).toBe(1);
});

test('when its process dies between effect and mark, neither is there, and the next run does both', async () => {
  const eventId = await place();
  let dies = true;
  const mortal = on(placed, 'test.mortal', async (tx, fact) => {
    await sql`${record} values (${fact.id})`.execute(tx.db);
    if (dies) await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx.db);
  });
  const run = () => runJob(ctx, repertoireOf(mortal), job(mortal.name, eventId));
  await expect(run()).rejects.toThrow();
  expect(await effectsOf(eventId)).toBe(0);
  dies = false;
  await run();
  await run();
  expect(await effectsOf(eventId)).toBe(1);
});

test('two reactions to one fact are two jobs: one that fails does not take the other with it', async () => {
  const eventId = await place();
  const failing = on(placed, 'test.fail', async () => {
    throw new Error('not today');
  });
  await expect(runJob(ctx, repertoireOf(failing), job(failing.name, eventId))).rejects.toThrow('not today');
  await runJob(ctx, repertoireOf(remember), job(remember.name, eventId));
  expect(await effectsOf(eventId)).toBe(1);
});

test('of reactions run together, one that fails undoes none of the others, and each acts once', async () => {
  const ids = [await place(), await place(), await place()];
  const failing = on(placed, 'test.fail-once-written', async (tx, fact) => {
    await sql`${record} values (${fact.id})`.execute(tx.db);
    throw new Error('not today');
  });
  const repertoire = {
    ...repertoireOf(remember),
    reactions: new Map([remember, failing].map((one) => [one.name, one])),
  };
  const remembered = ids.map((id) => job(remember.name, id));
  const run = (extra: QueuedJob[]) =>
    runJobs(ctx, repertoire, [...extra, ...remembered, remembered[0]!], unheard);
  const errors = await run([job(failing.name, ids[0]!)]);
  expect(errors.map((error) => error?.message)).toEqual(['not today', ...Array(4).fill(undefined)]);
  expect(await run([])).toEqual(Array(4).fill(null));
  for (const id of ids) expect(await effectsOf(id)).toBe(1);

  const later = [await place(), await place()];
  await runJobs(
    ctx,
    repertoire,
    later.map((id) => job(remember.name, id)),
    unheard,
  );
  const { rows } = await pool.query<{ n: number }>(
    `select count(distinct xmin::text)::integer as n from kernel.handled where event_id = any ($1)`,
    [later],
  );
  expect(rows[0]!.n).toBe(1);
});

test('of reactions that share a job, one that fails gets a job of its own, and the shared one is done', async () => {
  const ids = [await place(), await place()];
  const failing = on(placed, 'test.fail-among-others', async () => {
    throw new Error('not today');
  });
  const repertoire = {
    ...repertoireOf(remember),
    reactions: new Map([remember, failing].map((one) => [one.name, one])),
  };
  const poor = job(failing.name, ids[0]!);
  const shared = { name: togetherJob, input: { jobs: [poor, ...ids.map((id) => job(remember.name, id))] } };
  const heard: unknown[] = [];
  // The second run is of a worker that was killed before it could say that it was done.
  for (let run = 0; run < 2; run++) {
    expect(await runJobs(ctx, repertoire, [shared], (one, { message }) => heard.push(one, message))).toEqual([
      null,
    ]);
  }
  expect(heard).toEqual([poor, 'not today', poor, 'not today']);
  for (const id of ids) expect(await effectsOf(id)).toBe(1);
  const { rows } = await pool.query(
    `delete from pgboss.job where data->'input'->>'reaction' = $1 returning data, retry_limit, start_after > now() as later`,
    [failing.name],
  );
  expect(rows).toEqual(Array(2).fill({ data: poor, retry_limit: 12, later: true }));
});

test('what is sealed together shares a job, a hundred at most', async () => {
  await app.settle();
  const outbox = {
    pool,
    postbox: postboxOf(app.app.boss),
    clock: app.clock,
    reactionsTo: (name: string): Reaction<any>[] => (name === placed.name ? [remember] : []),
  };
  for (let n = 0; n < 101; n++) await place();
  await sealAndDispatch(outbox);
  const { rows } = await pool.query<{ n: number }>(
    `delete from pgboss.job where data->>'name' = $1 returning jsonb_array_length(data->'input'->'jobs') as n`,
    [togetherJob],
  );
  expect(rows.map(({ n }) => n).toSorted((a, b) => a - b)).toEqual([1, 100]);
});

test('each reaction to a fact gets one job, however many nodes seal at once', async () => {
  await app.settle();
  const eventId = await place();
  const outbox = {
    pool,
    postbox: postboxOf(app.app.boss),
    clock: app.clock,
    reactionsTo: (name: string): Reaction<any>[] => (name === placed.name ? [remember] : []),
  };
  await Promise.all([sealAndDispatch(outbox), sealAndDispatch(outbox), sealAndDispatch(outbox)]);
  const { rows } = await pool.query(
    `select from pgboss.job where data->>'name' = $1 and data->'input'->>'eventId' = $2`,
    [reactionJob, eventId],
  );
  expect(rows.length).toBe(1);
  await pool.query(`delete from pgboss.job where data->'input'->>'reaction' = 'test.remember'`);
});

test('jobs get what they were given, and input that is not is refused before anything runs', async () => {
  const seen: number[] = [];
  const count = defineJob({
    name: 'test.count',
    input: z.object({ n: z.int() }),
    run: async (_ctx, { n }) => void seen.push(n),
  });
  const repertoire = { ...repertoireOf(remember), jobs: new Map([[count.name, count]]) };
  await runJob(ctx, repertoire, { name: count.name, input: { n: 3 } });
  await expect(runJob(ctx, repertoire, { name: count.name, input: { n: 'x' } })).rejects.toThrow();
  await expect(runJob(ctx, repertoire, { name: 'test.unknown', input: {} })).rejects.toThrow(
    'test.unknown is registered',
  );
  expect(seen).toEqual([3]);
});

test('jobs with one key wait once, jobs without a key each', async () => {
  const count = defineJob({ name: 'test.keyed', input: z.object({ n: z.int() }), run: async () => {} });
  await ctx.transact(async (tx) => {
    tx.enqueue(count, { n: 1 }, { key: 'same' });
    tx.enqueue(count, { n: 2 });
    tx.enqueue(count, { n: 3 });
  });
  await ctx.transact(async (tx) => tx.enqueue(count, { n: 4 }, { key: 'same' }));
  const { rows } = await pool.query<{ n: string }>(
    `delete from pgboss.job where data->>'name' = 'test.keyed' returning data->'input'->>'n' as n`,
  );
  expect(rows.map(({ n }) => n).toSorted()).toEqual(['1', '2', '3']);
});

test('a job whose last try failed leaves a fact for staff', async () => {
  await giveUp(ctx, { name: 'test.hopeless', input: {} }, new Error('no answer'));
  const { rows } = await pool.query(
    `select audience, data from kernel.events where name = 'kernel.job-given-up'`,
  );
  expect(rows).toEqual([{ audience: 'staff', data: { job: 'test.hopeless', error: 'no answer' } }]);
});

test('facts are only added: even the owner of the table cannot change, remove or empty', async () => {
  const eventId = await place();
  for (const attempt of [
    `update kernel.events set data = '{}' where id = '${eventId}'`,
    `update kernel.events set position = 1, hash = '' , name = 'x' where id = '${eventId}'`,
    `delete from kernel.events where id = '${eventId}'`,
    `truncate kernel.events cascade`,
  ]) {
    await expect(pool.query(attempt)).rejects.toThrow('facts are only added');
  }
  await app.settle();
  await expect(pool.query(`update kernel.events set hash = null, position = null`)).rejects.toThrow(
    'only added',
  );
});

test('a fact that is sealed while the chain is read does not make it look broken', async () => {
  await place();
  await app.settle();
  let sealed = 0;
  const meanwhile: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      if (sealed++ === 0) {
        await place();
        await app.settle();
      }
      return result;
    },
  };
  expect(await ctx.read((db) => verifyChain(db.withPlugin(meanwhile)))).toMatchObject({ intact: true });
  expect(sealed).toBeGreaterThan(1);
});

test('whoever gets around that breaks the chain, and is found at the place', async () => {
  await app.settle();
  expect(await ctx.read(verifyChain)).toMatchObject({ intact: true });
  const { rows } = await pool.query<{ id: string; position: bigint }>(
    `select id, position from kernel.events where name = 'test.order-placed' order by position limit 1`,
  );
  const { id, position } = rows[0]!;
  await pool.query('alter table kernel.events disable trigger keep_facts');
  await pool.query(`update kernel.events set data = '{"n": 2}' where id = $1`, [id]);
  expect(await ctx.read(verifyChain)).toMatchObject({ intact: false, position, id });
  await pool.query(`update kernel.events set data = '{"n": 1}' where id = $1`, [id]);
  expect(await ctx.read(verifyChain)).toMatchObject({ intact: true });
  const last = 'position = (select max(position) from kernel.events)';
  await pool.query(
    `insert into kernel.events select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'position', e.position + 1))).*
     from kernel.events e where ${last}`,
  );
  expect(await ctx.read(verifyChain)).toMatchObject({
    intact: false,
    why: 'facts stand after the end of the chain',
  });
  await pool.query(`delete from kernel.events where ${last}`);
  expect(await ctx.read(verifyChain)).toMatchObject({ intact: true });
  await pool.query(`delete from kernel.events where ${last}`);
  expect(await ctx.read(verifyChain)).toMatchObject({ intact: false, why: 'facts are missing at the end' });
});

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { z } from 'zod';
import { createTestApp } from '../../test/kit/app.ts';
import type { Db } from '../db/types.ts';
import type { Tx } from '../db/tx.ts';
import { defineEvent } from '../events/define.ts';
import { defineJob } from '../jobs/define.ts';
import { guarded, refuseInTransaction } from '../db/network-guard.ts';
import { createPool } from '../db/pool.ts';
import { publicOnly } from '../db/scope.ts';
import { read, transact } from '../db/transact.ts';

const app = await createTestApp();
const { ctx } = app;
await app.app.pool.query(`
  create table kernel.counters (id integer primary key, value integer not null);
  insert into kernel.counters values (1, 0), (2, 0);
  create table kernel.unique_later (value integer unique deferrable initially deferred);
  grant select, insert, update on kernel.counters, kernel.unique_later to clientarea_system`);

const noted = defineEvent('test.something-noted', { data: z.object({ n: z.int() }) });
const about = { organizationId: null, subject: { kind: 'test', id: 'one' } };
const later = defineJob({ name: 'test.later', input: z.object({ n: z.int() }), run: async () => {} });

const count = async (query: string) => Number((await app.app.pool.query<{ n: bigint }>(query)).rows[0]!.n);
const facts = () => count(`select count(*) as n from kernel.events where name = 'test.something-noted'`);
const jobs = () => count(`select count(*) as n from pgboss.job where data->>'name' = 'test.later'`);

test('a transaction handle that was kept throws instead of writing into the next one', async () => {
  let leaked!: Tx;
  await ctx.transact(async (tx) => {
    leaked = tx;
  });
  const write = sql`update kernel.counters set value = 100`;
  await expect(write.execute(leaked.db)).rejects.toThrow('after its transaction had ended');
  expect(() => leaked.emit(noted, { ...about, data: { n: 1 } })).toThrow('after its transaction had ended');
  expect(() => leaked.enqueue(later, { n: 1 })).toThrow('after its transaction had ended');

  let reader!: Db;
  await ctx.read(async (db) => {
    reader = db;
  });
  await expect(sql`select 1`.execute(reader)).rejects.toThrow('after its transaction had ended');
});

test('a handle is dead as well after its transaction has failed', async () => {
  let leaked!: Tx;
  const failing = ctx.transact(async (tx) => {
    leaked = tx;
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  await expect(sql`select 1`.execute(leaked.db)).rejects.toThrow('after its transaction had ended');
});

test('what reads cannot write', async () => {
  const writing = ctx.read((db) => sql`update kernel.counters set value = 9`.execute(db));
  await expect(writing).rejects.toMatchObject({ code: '25006' });
});

test('facts and jobs of a transaction are there together with its rows, or not at all', async () => {
  const [factsBefore, jobsBefore] = [await facts(), await jobs()];
  const work = async (tx: Tx) => {
    tx.emit(noted, { ...about, data: { n: 7 } });
    tx.enqueue(later, { n: 7 });
  };
  const failing = ctx.transact(async (tx) => {
    await work(tx);
    throw new Error('too late');
  });
  await expect(failing).rejects.toThrow('too late');
  expect([await facts(), await jobs()]).toEqual([factsBefore, jobsBefore]);
  await ctx.transact(work);
  expect([await facts(), await jobs()]).toEqual([factsBefore + 1, jobsBefore + 1]);
});

test('a commit that the database turns down is an error, and leaves nothing', async () => {
  const before = await facts();
  const failing = ctx.transact(async (tx) => {
    tx.emit(noted, { ...about, data: { n: 8 } });
    await sql`insert into kernel.unique_later values (1), (1)`.execute(tx.db);
  });
  await expect(failing).rejects.toMatchObject({ code: '23505' });
  expect(await facts()).toBe(before);
});

test('an error that the work swallowed still fails the transaction', async () => {
  const swallowing = ctx.transact(async (tx) => {
    await sql`select 1 / 0`.execute(tx.db).catch(() => {});
    tx.emit(noted, { ...about, data: { n: 9 } });
  });
  await expect(swallowing).rejects.toMatchObject({ code: '25P02' });
  const silent = ctx.transact(async (tx) => {
    await sql`select 1 / 0`.execute(tx.db).catch(() => {});
  });
  await expect(silent).rejects.toThrow('rolled back by the database');
});

test('an event whose data is not what it promises never becomes a row', async () => {
  const wrong = { n: 'seven' as unknown as number };
  await expect(ctx.transact(async (tx) => tx.emit(noted, { ...about, data: wrong }))).rejects.toThrow();
});

test('the world cannot be called while a transaction is open, not even from a read', async () => {
  const port = guarded('test', { call: async () => 'answer' });
  const message = 'test.call was called while a transaction was open';
  await expect(ctx.transact(() => port.call())).rejects.toThrow(message);
  await expect(ctx.read(() => port.call())).rejects.toThrow(message);
  await expect(ctx.transact(async () => ctx.read(async () => port.call()))).rejects.toThrow(message);
  await expect(ctx.transact(async () => refuseInTransaction('a courier'))).rejects.toThrow('a courier');
  expect(await port.call()).toBe('answer');
  const mail = { id: 'x', from: 'x', to: { name: '', address: 'x' }, subject: '', text: '', html: '' };
  await expect(ctx.transact(() => app.ports.mail.send(mail))).rejects.toThrow('mail.send was called');
});

test('two that lock in opposite order both end: the database names a victim, which repeats', async () => {
  let runs = 0;
  const meeting = gate(2);
  const add = (first: number, second: number) =>
    ctx.transact(async (tx) => {
      runs++;
      await sql`update kernel.counters set value = value + 1 where id = ${first}`.execute(tx.db);
      await meeting();
      await sql`update kernel.counters set value = value + 1 where id = ${second}`.execute(tx.db);
    });
  await Promise.all([add(1, 2), add(2, 1)]);
  const { rows } = await app.app.pool.query('select value from kernel.counters order by id');
  expect(rows).toEqual([{ value: 2 }, { value: 2 }]);
  expect(runs).toBe(3);
});

test('a serialization failure is repeated on what the winner left, and given up after six tries', async () => {
  const read = async ({ db }: Tx) => {
    const { rows } = await sql<{ value: number }>`select value from kernel.counters where id = 1`.execute(db);
    return rows[0]!.value;
  };
  const write = ({ db }: Tx, value: number) =>
    sql`update kernel.counters set value = ${value} where id = 1`.execute(db);
  const conflict = ({ db }: Tx) =>
    sql`do $$ begin raise exception 'could not serialize' using errcode = '40001'; end $$`.execute(db);

  const start = await ctx.transact(read);
  let tries = 0;
  await ctx.transact(async (tx) => {
    const seen = await read(tx);
    if (++tries === 1) {
      await ctx.transact((winner) => write(winner, seen + 1));
      await conflict(tx);
    }
    await write(tx, seen + 1);
  });
  expect([tries, await ctx.transact(read)]).toEqual([2, start + 2]);

  let hopeless = 0;
  const losing = ctx.transact(async (tx) => {
    hopeless++;
    await conflict(tx);
  });
  await expect(losing).rejects.toMatchObject({ code: '40001' });
  expect(hopeless).toBe(6);
});

test('when the beginning fails, its own error is told, not that of the statement behind it', async () => {
  const user = `outsider_${randomUUID().replaceAll('-', '')}`;
  await administer(`create role ${user} login password 'test-only'`);
  const url = new URL(app.directUrl);
  url.username = user;
  url.password = 'test-only';
  const pool = createPool(url.href, { max: 1, name: 'outsider' });
  const database = {
    pool,
    readPool: pool,
    postbox: { insert: async () => {} },
    wakeSealer: () => {},
    keys: { current: { id: 0, key: Buffer.alloc(32) }, find: () => undefined },
  };
  const acting = {
    actor: { kind: 'anonymous' },
    clock: app.clock,
    scope: publicOnly,
    requestId: null,
  } as const;
  const work = (db: Db) => sql`select 1`.execute(db);
  const refused = 'permission denied to set role "clientarea_portal"';
  await expect(read(database, publicOnly, work)).rejects.toThrow(refused);
  await expect(transact(database, acting, ({ db }) => work(db))).rejects.toThrow(refused);
  await pool.end();
  await administer(`drop role ${user}`);
});

test('a connection that dies in a transaction is not used again', async () => {
  const dying = ctx.transact(async (tx) => {
    await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx.db);
  });
  await expect(dying).rejects.toThrow();
  const answers = await Promise.all(
    Array.from({ length: 12 }, () =>
      ctx.transact(({ db }) => sql<{ one: number }>`select 1 as one`.execute(db)),
    ),
  );
  expect(answers.map(({ rows }) => rows[0]!.one)).toEqual(Array.from({ length: 12 }, () => 1));
});

/** Lets the first n that arrive wait for each other; later ones pass. */
function gate(n: number): () => Promise<void> {
  let arrived = 0;
  let open!: () => void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return () => {
    if (++arrived === n) open();
    return opened;
  };
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('adminUrl') });
  await client.connect();
  await client.query(statement);
  await client.end();
}

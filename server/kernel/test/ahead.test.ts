import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { createTestApp } from '../../test/kit/app.ts';
import { buildOrganization } from '../../test/kit/people.ts';
import { defineEvent } from '../events/define.ts';
import { deliveryJob, reactionJob, sealAndDispatch, sealAndHold } from '../events/outbox.ts';
import type { Held } from '../events/outbox.ts';
import { on, onAll } from '../events/reactions.ts';
import type { Reaction } from '../events/reactions.ts';
import { runAhead } from '../jobs/ahead.ts';
import { postboxOf } from '../jobs/queue.ts';
import type { Repertoire } from '../jobs/run.ts';
import { defineMessage } from '../messages.ts';
import type { Id } from '../values/ids.ts';

const app = await createTestApp();
const { ctx } = app;
const { pool } = app.app;
await pool.query(`
  create table kernel.effects (of uuid not null, by text not null, n integer not null generated always as identity);
  grant select, insert on kernel.effects to clientarea_system`);
const organizations = [await buildOrganization(app), await buildOrganization(app)].map(({ id }) => id);

const placed = defineEvent('test.order-placed', { data: z.object({ n: z.int() }) });
const text = { subject: 'It works', paragraphs: [] };
const hello = defineMessage({
  name: 'test.hello',
  topic: 'test',
  text: { id: () => text, en: () => text },
});

const code = defineMessage({
  name: 'test.code',
  topic: 'test',
  awaited: true,
  text: { id: () => text, en: () => text },
});

const outboxOf = (...reactions: Reaction<any>[]) => ({
  pool,
  postbox: postboxOf(app.app.boss),
  clock: app.clock,
  reactionsTo: (name: string) => (name === placed.name ? reactions : []),
});

function repertoireOf(
  reactions: Reaction<any>[],
  deliver: Repertoire['deliver'] = async () => {},
): Repertoire {
  const known = new Map(reactions.map((one) => [one.name, one]));
  return { jobs: new Map(), reactions: known, sweeps: [], deliver };
}

/** One fact in each transaction, so that they are told in this order. */
async function place(...of: readonly (Id<'organization'> | null)[]): Promise<void> {
  for (const [n, organizationId] of of.entries())
    await ctx.transact(async (tx) => {
      tx.emit(placed, { organizationId, subject: { kind: 'order', id: '1' }, data: { n } });
    });
}

const effect = (of: string, by: string) => sql`insert into kernel.effects (of, by) values (${of}, ${by})`;
const effects = async () =>
  (await pool.query<{ by: string }>('select by from kernel.effects order by n')).rows.map(({ by }) => by);
const queued = async () =>
  (await pool.query(`select data, state from pgboss.job where name = 'reactions'`)).rows;
const unheard = () => expect.unreachable();

beforeEach(async () => {
  await app.settle();
  await pool.query('truncate kernel.effects; delete from pgboss.job');
});

const remember = on(placed, 'test.remember', async (tx, fact) => {
  await effect(fact.id, fact.name).execute(tx.db);
});

test('what is run ahead acts once, also when its process dies before it can say so', async () => {
  await place(null, null);
  const { held } = await sealAndHold(outboxOf(remember));
  // The queue keeps it for later, and gives it to no worker yet.
  expect(await app.app.boss.fetch('reactions')).toEqual([]);
  expect((await queued()).map(({ state }) => state)).toEqual(['created']);
  const dying: Held = {
    ...held,
    reactions: held.reactions.map(({ job }) => ({ job, id: crypto.randomUUID() })),
  };
  await runAhead(ctx, repertoireOf([remember]), dying, unheard);
  expect(await queued()).toHaveLength(1);
  expect(await effects()).toHaveLength(2);

  // The others run it again, at once and together.
  const again = () => runAhead(ctx, repertoireOf([remember]), held, unheard);
  await Promise.all([again(), again(), again()]);
  expect(await effects()).toHaveLength(2);
  expect(await queued()).toEqual([]);
});

test('a reaction that fails ahead gets a job of its own, and the others are done', async () => {
  await place(organizations[0]!, organizations[1]!);
  const failing = on(placed, 'test.fail', async (tx, fact) => {
    await effect(fact.id, 'failed').execute(tx.db);
    throw new Error('not today');
  });
  const both = [failing, remember];
  const { held } = await sealAndHold(outboxOf(...both));
  const heard: string[] = [];
  await runAhead(ctx, repertoireOf(both), held, (_, { message }) => heard.push(message));
  expect(heard).toEqual(['not today', 'not today']);
  expect(await effects()).toEqual([placed.name, placed.name]);
  expect((await queued()).map(({ data }) => [data.name, data.input.reaction])).toEqual(
    Array(2).fill([reactionJob, failing.name]),
  );
});

test('a message that cannot be delivered ahead is left to the queue, and the others are delivered', async () => {
  for (const occurrence of ['good', 'bad'])
    await ctx.transact(async (tx) => {
      const to = { address: 'a@example.com', name: 'A', locale: 'en', timeZone: 'UTC' } as const;
      tx.tell(hello, { to, occurrence, data: {} });
    });
  const { rows } = await pool.query<{ id: string }>(
    `select id from kernel.messages where occurrence = 'bad'`,
  );
  const bad = rows[0]!.id;
  const { held } = await sealAndHold(outboxOf());
  expect(held.messages).toHaveLength(2);
  const delivered: string[] = [];
  const repertoire = repertoireOf([], async (_, ids) => {
    if (ids.includes(bad as Id<'message'>)) throw new Error('no such reader');
    delivered.push(...ids);
  });
  const heard: string[] = [];
  await runAhead(ctx, repertoire, held, (_, { message }) => heard.push(message));
  expect(delivered).toEqual(held.messages.filter((id) => id !== bad));
  expect(heard).toEqual(['no such reader']);
  expect((await queued()).map(({ data }) => data)).toEqual([{ name: deliveryJob, input: { id: bad } }]);
  // The next round does not take it again.
  const { rows: left } = await pool.query('select id from kernel.messages where not dispatched');
  expect(left.map(({ id }) => id)).not.toContain(bad);
  await pool.query(`update kernel.messages set dispatched = true`);
});

test('facts of one organization are worked on in turn, those of two side by side', async () => {
  const [a, b] = organizations as [Id<'organization'>, Id<'organization'>];
  await place(a, b, a, b);
  const running = new Set<string>();
  let sideBySide = false;
  const slow = on(placed, 'test.slow', async (tx, fact) => {
    const of = fact.organizationId!;
    expect(running.has(of)).toBe(false);
    running.add(of);
    sideBySide ||= running.size === 2;
    await sql`select pg_sleep(0.01)`.execute(tx.db);
    await wait(1);
    await effect(of, `${of} ${fact.data.n}`).execute(tx.db);
    running.delete(of);
  });
  const { held } = await sealAndHold(outboxOf(slow));
  await runAhead(ctx, repertoireOf([slow]), held, unheard);
  expect(sideBySide).toBe(true);
  const order = await effects();
  expect(order.filter((by) => by.startsWith(a))).toEqual([`${a} 0`, `${a} 2`]);
  expect(order.filter((by) => by.startsWith(b))).toEqual([`${b} 1`, `${b} 3`]);
});

test('where a fact reaches into a second organization, all are worked on in turn', async () => {
  const [a, b] = organizations as [Id<'organization'>, Id<'organization'>];
  await place(a, b, a);
  let running = 0;
  const reaching = on(
    { ...placed, reaches: ({ n }: { n: number }) => (n === 1 ? a : undefined) },
    'test.reaching',
    async (tx, fact) => {
      expect(++running).toBe(1);
      await sql`select pg_sleep(0.01)`.execute(tx.db);
      await wait(1);
      await effect(fact.id, String(fact.data.n)).execute(tx.db);
      running--;
    },
  );
  const { held } = await sealAndHold(outboxOf(reaching));
  await runAhead(ctx, repertoireOf([reaching]), held, unheard);
  expect(await effects()).toEqual(['0', '1', '2']);
});

test('of lanes that fail, what failed first is thrown, so that a deadlock is still repeated', async () => {
  const [a, b] = organizations as [Id<'organization'>, Id<'organization'>];
  await place(a, b);
  let tries = 0;
  const victim = on(placed, 'test.victim', async (tx, fact) => {
    if (fact.organizationId === b && ++tries === 1)
      await sql`do $$ begin raise exception 'a deadlock' using errcode = '40P01'; end $$`.execute(tx.db);
    else await effect(fact.id, 'done').execute(tx.db);
  });
  const { held } = await sealAndHold(outboxOf(victim));
  await runAhead(ctx, repertoireOf([victim]), held, unheard);
  expect(tries).toBe(2);
  expect(await effects()).toEqual(['done', 'done']);
});

test('a reaction to all facts together gets those that came together, each once', async () => {
  await place(organizations[0]!, null, organizations[1]!);
  const calls: number[][] = [];
  const count = onAll(placed, 'test.count', async (tx, facts) => {
    calls.push(facts.map(({ data }) => data.n));
    for (const fact of facts) await effect(fact.id, 'counted').execute(tx.db);
  });
  const { held } = await sealAndHold(outboxOf(count, remember));
  await runAhead(ctx, repertoireOf([count, remember]), held, unheard);
  await runAhead(ctx, repertoireOf([count, remember]), held, unheard);
  expect(calls).toEqual([[0, 1, 2]]);
  expect((await effects()).filter((by) => by === 'counted')).toHaveLength(3);
});

test('what is sealed without being held is in the queue at once', async () => {
  await place(null);
  await sealAndDispatch(outboxOf(remember));
  expect(await app.app.boss.fetch('reactions')).toHaveLength(1);
});

test('what somebody waits for goes before all that nobody waits for, however late it comes', async () => {
  const to = { address: 'a@example.com', name: 'A', locale: 'en', timeZone: 'UTC' } as const;
  const sendMail = { name: 'test.send', input: z.object({ of: z.string() }), retries: 1, firstWait: 1 };
  const tell = () =>
    ctx.transact(async (tx) => {
      const run = tx.newId();
      for (let n = 0; n < 250; n++) {
        tx.tell(hello, { to, occurrence: `${run} ${n}`, data: {} });
        tx.enqueue(sendMail, { of: 'hello' });
      }
      tx.tell(code, { to, occurrence: run, data: {} });
      tx.enqueue(sendMail, { of: 'code' }, { awaited: true });
    });
  const kindsOf = async (ids: readonly string[]): Promise<string[]> =>
    (await pool.query('select distinct kind from kernel.messages where id = any ($1)', [ids])).rows.map(
      ({ kind }) => kind,
    );
  await tell();
  await place(null, null);
  const { held } = await sealAndHold(outboxOf(remember));
  expect(await kindsOf(held.awaited)).toEqual([code.name]);
  expect(await kindsOf(held.messages)).toEqual([hello.name]);
  const order: string[] = [];
  const remembering = on(placed, 'test.remember', async () => void order.push('reaction'));
  const deliver: Repertoire['deliver'] = async (_, ids) => void order.push(...(await kindsOf(ids)));
  await runAhead(ctx, repertoireOf([remembering], deliver), held, unheard);
  expect(order).toEqual([code.name, 'reaction', 'reaction', hello.name]);

  await pool.query('update kernel.messages set dispatched = true');
  await tell();
  await sealAndDispatch(outboxOf());
  const [first] = await app.app.boss.fetch<{ input: { jobs?: unknown; id?: string } }>('reactions');
  expect(await kindsOf([first!.data.input.id!])).toEqual([code.name]);
  const [mail] = await app.app.boss.fetch<{ input: { of: string } }>('world');
  expect(mail!.data.input.of).toBe('code');
});

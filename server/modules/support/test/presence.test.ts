import { afterAll, expect, inject, test } from 'vitest';
import { startLiveHub } from '../../../kernel/live.ts';
import type { LiveFact } from '../../../kernel/live.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { openTicket } from './world.ts';

const app = await createTestApp();
const acme = await buildOrganization(app, { name: 'Acme' });
const sari = await buildStaff(app, 'support');
const budi = await buildStaff(app, 'operations');
const ticket = await openTicket(acme, acme.owner);
const at = `${ticket.console}/presence`;

const here = (who: typeof sari, typing = false) => who.put(at, { typing });
const others = async (who: typeof sari) => (await who.get(at)).body.items;

test('who looks at a ticket and who writes is known to the others, for as long as they say so', async () => {
  expect((await here(sari)).body).toEqual({ items: [] });
  expect((await here(budi, true)).body.items).toMatchObject([{ id: sari.id, typing: false }]);
  expect(await others(sari)).toMatchObject([{ id: budi.id, typing: true }]);
  await here(budi, false);
  expect(await others(sari)).toMatchObject([{ id: budi.id, typing: false }]);
  expect((await budi.delete(at)).status).toBe(204);
  expect(await others(sari)).toEqual([]);
  await here(budi);
  await app.clock.advance({ seconds: 46 });
  expect(await others(sari)).toEqual([]);
  expect((await here(sari)).body.items).toEqual([]);
});

test('clients neither hear nor read of it, and nobody is present at what is not there', async () => {
  await here(sari);
  expect((await acme.owner.get(at)).status).toBe(404);
  expect((await acme.owner.put(at, { typing: false })).status).toBe(404);
  expect((await acme.owner.get(ticket.at)).text).not.toContain(sari.id);
  const nowhere = `/api/console/tickets/${acme.id}/presence`;
  expect((await sari.put(nowhere, { typing: false })).status).toBe(404);
});

test('every node passes it on to staff only, once for what is new, and no fact is left', async () => {
  const nodes = await Promise.all([nodeWith(app), nodeWith(app)]);
  const facts = () => app.app.pool.query<{ count: bigint }>('select count(*) from kernel.events');
  const before = (await facts()).rows[0]!.count;
  await sari.delete(at);
  await Promise.all(nodes.map((node) => node.until(1)));
  await here(sari);
  await here(sari);
  await here(sari, true);
  await Promise.all(nodes.map((node) => node.until(3)));
  for (const { told } of nodes) {
    expect(told).toHaveLength(3);
    expect(told[0]).toMatchObject({
      name: 'passing.support.presence-changed',
      position: null,
      audience: 'staff',
      subject: { kind: 'ticket', id: ticket.id },
    });
  }
  expect((await facts()).rows[0]!.count).toBe(before);
});

test('who left without a word is swept away', async () => {
  await here(sari);
  await app.clock.advance({ minutes: 1 });
  await app.sweep('support.sweep-undoable');
  const { rows } = await app.app.pool.query('select person_id from support.presence');
  expect(rows).toEqual([]);
});

/** A node's live hub with a page open on it that takes everything. */
async function nodeWith({ app: { pool } }: typeof app) {
  const { database } = pool.options as { database?: string };
  const named = database ?? new URL(String(pool.options.connectionString)).pathname.slice(1);
  const told: LiveFact[] = [];
  let news = () => {};
  const quiet = { info() {}, warn() {}, error() {} };
  const hub = await startLiveHub({
    directUrl: inject('directUrl').replace('DATABASE', named),
    pool,
    log: quiet,
  });
  afterAll(() => hub.stop());
  let listening = false;
  hub.join({
    wants: ({ name }) => name.startsWith('passing.'),
    hear: (fact) => {
      if (fact.name === 'passing.test.ready') listening = true;
      if (listening && fact.subject.kind === 'test') return;
      told.push(fact);
      news();
    },
  });
  const ready = JSON.stringify({ name: 'test.ready', audience: 'staff', subject: { kind: 'test', id: '' } });
  while (!listening) await pool.query(`select pg_notify('clientarea_passing', $1)`, [ready]);
  return {
    told,
    async until(count: number) {
      while (told.length < count) await new Promise<void>((resolve) => (news = resolve));
    },
  };
}

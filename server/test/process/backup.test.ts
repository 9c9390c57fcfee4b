import { cp, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { findRunning } from '../../app/postgres/start.ts';
import {
  administrator,
  bundled,
  dataFolder,
  patient,
  preparedFolder,
  runCli,
  signIn,
  startServer,
} from './cli.ts';

bundled();

test(
  'a backup taken while people write is restored elsewhere, with all that was acknowledged before',
  patient,
  async () => {
    const [{ data, password }, elsewhere] = [await preparedFolder(), await dataFolder()];
    const file = join(dirname(data), 'backup.tar');
    const server = await startServer({ CLIENTAREA_DATA: data });

    const writing = writer(server.url);
    await writing.until(20);
    const sure = writing.acknowledged.slice();
    const backup = runCli(['backup', file], { CLIENTAREA_DATA: data });
    expect([await backup.ended, backup.stderr()]).toEqual([0, '']);
    expect(backup.stdout()).toContain(`Backed up to ${file}`);
    expect((await stat(file)).mode & 0o077, 'others may read the backup').toBe(0);
    await writing.stop();
    expect(writing.acknowledged.length).toBeGreaterThan(sure.length);
    server.kill('SIGTERM');
    await server.ended;

    const restore = runCli(['restore', file], { CLIENTAREA_DATA: elsewhere });
    expect([await restore.ended, restore.stderr()]).toEqual([0, '']);
    await rm(join(elsewhere, 'secrets'), { recursive: true, force: true });
    await cp(join(data, 'secrets'), join(elsewhere, 'secrets'), { recursive: true });
    const restored = await startServer({ CLIENTAREA_DATA: elsewhere });
    const { status, cookie } = await signIn(restored.url, administrator, password);
    expect(status).toBe(204);
    // What was still to be done when the backup was taken is done by the restored one.
    const missing = async () => {
      const there = new Set(await emailsIn(elsewhere));
      return sure.filter((email) => !there.has(email));
    };
    await expect.poll(missing, { timeout: 60_000 }).toEqual([]);
    // What is sealed opens as well: the mails have their text.
    const read = async (path: string) =>
      (await fetch(`${restored.url}/api/console/outbox${path}`, { headers: { cookie } })).json();
    const newest = async () => ((await read('')) as { items: { id: string }[] }).items[0]?.id;
    await expect.poll(newest, { timeout: 60_000 }).toBeDefined();
    expect(((await read(`/${await newest()}`)) as { text: string }).text).toContain('#token=');
    const verify = runCli(['audit', 'verify'], { CLIENTAREA_DATA: elsewhere });
    expect(await verify.ended).toBe(0);

    const again = runCli(['restore', file], { CLIENTAREA_DATA: data });
    expect(await again.ended).toBe(1);
    expect(again.stderr()).toMatch(/^[^\n]+\n$/);
  },
);

test('a backup of an external database is left to its own tools', patient, async () => {
  const env = { CLIENTAREA_DATA: await dataFolder(), DATABASE_URL: 'postgresql://localhost:1/clientarea' };
  const backup = runCli(['backup', '/dev/null'], env);
  expect([await backup.ended, backup.stderr()]).toEqual([
    1,
    expect.stringMatching(/^DATABASE_URL: names an external database/),
  ]);
});

/** Somebody who signs up under one address after the other, and keeps those that were acknowledged. */
function writer(url: string) {
  const acknowledged: string[] = [];
  let [stopped, count] = [false, 0];
  let reached = () => {};
  async function write(): Promise<void> {
    while (!stopped) {
      const email = `person-${++count}@example.com`;
      const { status } = await fetch(`${url}/api/people`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, name: 'Ani', locale: 'id', timeZone: 'Asia/Jakarta' }),
      });
      if (status === 202) acknowledged.push(email);
      reached();
    }
  }
  const done = Promise.all([write(), write()]);
  return {
    acknowledged,
    async until(least: number): Promise<void> {
      while (acknowledged.length < least) await new Promise<void>((resolve) => (reached = resolve));
    },
    async stop(): Promise<void> {
      stopped = true;
      await done;
    },
  };
}

async function emailsIn(data: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: findRunning(join(data, 'postgres'))!.url('clientarea') });
  await client.connect();
  const { rows } = await client.query<{ email: string }>('select email from identity.people');
  await client.end();
  return rows.map(({ email }) => email);
}

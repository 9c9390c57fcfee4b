import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { commands } from '../../app/cli/commands.ts';
import { findRunning } from '../../app/postgres/start.ts';
import { settings } from '../../app/settings.ts';
import {
  administrator,
  bundled,
  createAdministrator,
  dataFolder,
  patient,
  preparedFolder,
  runCli,
  signIn,
  startServer,
} from './cli.ts';

bundled();

async function run(args: string[], env: Record<string, string> = {}) {
  const cli = runCli(args, env);
  return { code: await cli.ended, said: cli.stdout(), complained: cli.stderr() };
}

test('--help tells every command and every setting, and reads none', patient, async () => {
  const { code, said } = await run(['--help'], { CLIENTAREA_PROT: 'unknown' });
  expect(code).toBe(0);
  for (const { usage, about } of Object.values(commands))
    expect(said).toContain(`  ${usage.padEnd(1)}`.trimEnd() && about);
  for (const { name, about } of Object.values(settings))
    expect(said).toMatch(new RegExp(`\n  ${name}(=\\S+)?\n      ${escape(about)}`));
});

test('--version is the version', patient, async () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  expect(await run(['--version'])).toEqual({ code: 0, said: `${version}\n`, complained: '' });
});

test('commands without what they need say how they are used', patient, async () => {
  const data = { CLIENTAREA_DATA: await dataFolder() };
  for (const args of [
    ['user', 'create'],
    ['user', 'create', 'nobody', 'Rina'],
    ['user', 'create', 'a@example.com', 'A', 'king'],
    ['backup'],
    ['restore'],
  ]) {
    const { code, said, complained } = await run(args, data);
    expect([args, code, said]).toEqual([args, 2, '']);
    expect(complained).toMatch(/^Usage: clientarea /);
  }
});

test(
  'an administrator made before the first start, and one made while it runs, sign in',
  patient,
  async () => {
    const { data, password: before } = await preparedFolder();
    const server = await startServer({ CLIENTAREA_DATA: data });
    expect(server.stdout()).not.toContain('/setup#token=');
    expect((await signIn(server.url, administrator, before)).status).toBe(204);

    const { said, code } = await run(['user', 'create', 'Budi@Example.com', 'Budi', 'support,finance'], {
      CLIENTAREA_DATA: data,
    });
    expect([code, said]).toEqual([0, expect.stringContaining('may sign in as support, finance')]);
    const during = /^ {2}(\S+)$/m.exec(said)![1]!;
    const { status, cookie } = await signIn(server.url, 'budi@example.com', during);
    expect(status).toBe(204);
    const session = (await (await fetch(`${server.url}/api/session`, { headers: { cookie } })).json()) as {
      staff: { roles: string[] };
    };
    expect(session.staff.roles.toSorted()).toEqual(['finance', 'support']);
  },
);

test(
  'migrate prepares a database once; doctor finds it well; the chain is intact until somebody touches it',
  patient,
  async () => {
    const data = { CLIENTAREA_DATA: await dataFolder() };
    expect(await run(['migrate'], data)).toMatchObject({
      code: 0,
      said: expect.stringMatching(/^Ran \d+ migrations:/) as string,
    });
    expect(await run(['migrate'], data)).toMatchObject({
      code: 0,
      said: 'The database is at this version already.\n',
    });
    await createAdministrator(data.CLIENTAREA_DATA, administrator);
    const server = await startServer(data);
    const { code, said } = await run(['doctor'], data);
    expect([code, said.match(/^BAD.*/gm)]).toEqual([0, null]);
    expect(said).toContain('ok  database and migrations');

    // As with `doctor | head`.
    const halfRead = runCli(['doctor'], data);
    await halfRead.printed(/ok {2}settings/);
    halfRead.stopReading();
    expect([await halfRead.ended, halfRead.stderr()]).toEqual([0, '']);

    const verified = await run(['audit', 'verify'], data);
    expect(verified).toMatchObject({
      code: 0,
      said: expect.stringMatching(/^The chain of [1-9]\d* facts is intact/) as string,
    });
    await tamper(data.CLIENTAREA_DATA);
    const broken = await run(['audit', 'verify'], data);
    expect(broken).toMatchObject({
      code: 1,
      complained: expect.stringMatching(/^The chain is broken at position 1 /) as string,
    });
    expect((await run(['doctor'], data)).code).toBe(1);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  },
);

test('keys are rotated while it runs; what was sealed before still opens', patient, async () => {
  const folder = await preparedFolder();
  const { password } = folder;
  const data = { CLIENTAREA_DATA: folder.data };
  expect(await run(['keys', 'rotate'], data)).toMatchObject({
    code: 0,
    said: expect.stringContaining('with key 2') as string,
  });
  const server = await startServer(data);
  expect((await signIn(server.url, administrator, password)).status).toBe(204);
});

/** Changes the first fact behind the back of its trigger, as an intruder with the database's own rights could. */
async function tamper(data: string): Promise<void> {
  const url = findRunning(join(data, 'postgres'))!.url('clientarea');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    `set session_replication_role = replica; update kernel.events set data = '{"forged": true}' where position = 1`,
  );
  await client.end();
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

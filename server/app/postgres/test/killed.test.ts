import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { StartupError } from '../../startup-error.ts';
import { postgresAccount } from '../account.ts';
import { isPostmaster } from '../leftovers.ts';
import { DataFolderInUse } from '../lock.ts';
import { pidFilePath, readPidFile } from '../pid-file.ts';
import { startEmbedded } from '../start.ts';
import type { EmbeddedServer } from '../start.ts';
import { eventually, ps, query, recordingLog, startInOtherNode, temporaryFolder } from './scene.ts';

const directory = join(temporaryFolder(), 'postgres');
const data = join(directory, 'data');
let server: EmbeddedServer | undefined;

async function start(): Promise<string[]> {
  const log = recordingLog();
  server = await startEmbedded({ directory, log });
  return log.lines;
}

/** One acknowledged row, by a name that no other test uses. */
async function write(url: string, row: string): Promise<void> {
  await query(url, `insert into acknowledged values ('${row}')`);
}

async function rows(): Promise<unknown[]> {
  return (await query(server!.adminUrl, 'select name from acknowledged')).map((row) => row.name);
}

/** A program that idles as the account PostgreSQL runs as, after the shell commands. */
async function idle(commands: string): Promise<{ pid: number; said: string }> {
  const { uid, gid } = postgresAccount(data);
  const child = spawn('/bin/sh', ['-c', `${commands}; exec sleep 600`], {
    uid,
    gid,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  idlers.push(() => child.kill('SIGKILL'));
  const [said] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { pid: child.pid!, said };
}

const idlers: (() => void)[] = [];

const RECOVERY = /not properly shut down|automatic recovery/;

beforeAll(async () => {
  await start();
  await query(server!.adminUrl, 'create table acknowledged (name text primary key)');
  await server!.stop();
});

afterEach(async () => {
  await server?.stop();
  server = undefined;
  for (const end of idlers.splice(0)) end();
});

test('PostgreSQL shuts down cleanly when node is killed', async () => {
  const other = await startInOtherNode(directory);
  await write(other.adminUrl, 'before the kill of node');
  await other.kill();
  await eventually('PostgreSQL is gone', async () => !(await isPostmaster(other.postmaster, data)));
  await eventually('so is the watchdog', () => ps('stat', other.watchdog) === '');

  const lines = await start();

  expect(lines.join('\n')).toMatch(/database system was shut down at/);
  expect(lines.join('\n')).not.toMatch(RECOVERY);
  expect(await rows()).toContain('before the kill of node');
});

test('an orphan left by a killed node and watchdog is stopped cleanly', async () => {
  const other = await startInOtherNode(directory);
  await write(other.adminUrl, 'of the orphan');
  process.kill(other.watchdog, 'SIGKILL');
  await other.kill();
  expect(await isPostmaster(other.postmaster, data)).toBe(true);

  const lines = await start();

  expect(await isPostmaster(other.postmaster, data)).toBe(false);
  expect(lines[0]).toBe('stopping the PostgreSQL that an earlier run left behind');
  expect(lines.join('\n')).not.toMatch(RECOVERY);
  expect(await rows()).toContain('of the orphan');
});

test('a pid file that names a zombie does not keep PostgreSQL from starting', async () => {
  const other = await startInOtherNode(directory);
  await write(other.adminUrl, 'before the kill of all');
  for (const pid of [other.watchdog, other.postmaster]) process.kill(pid, 'SIGKILL');
  await other.kill();
  // The program that replaces the shell does not know of the shell's child and never reaps it.
  const { pid, said } = await idle('sleep 600 & echo $!');
  const zombie = Number(said);
  await eventually('the shell is replaced', () => ps('comm', pid) === 'sleep');
  process.kill(zombie, 'SIGKILL');
  await eventually('a zombie', () => ps('stat', zombie).startsWith('Z'));
  const stale = readFileSync(pidFilePath(data), 'utf8');
  writeFileSync(pidFilePath(data), stale.replace(/^\d+/, String(zombie)));

  const lines = await start();

  expect(lines.join('\n')).toMatch(RECOVERY);
  expect(await rows()).toContain('before the kill of all');
});

test('a start waits for a connection that outlived its killed postmaster', async () => {
  const other = await startInOtherNode(directory);
  const client = new pg.Client({ connectionString: other.adminUrl });
  client.on('error', () => {});
  await client.connect();
  const { rows: backend } = await client.query('select pg_backend_pid() as pid');
  process.kill(backend[0].pid, 'SIGSTOP');
  for (const pid of [other.watchdog, other.postmaster]) process.kill(pid, 'SIGKILL');
  await other.kill();
  const log = recordingLog();

  const starting = startEmbedded({ directory, log });
  await eventually('PostgreSQL refuses', () => /pre-existing shared memory/.test(log.lines.join('\n')));
  process.kill(backend[0].pid, 'SIGCONT');
  server = await starting;

  expect(await rows()).not.toEqual([]);
  await client.end().catch(() => {});
});

test('a stale pid file that names an unrelated process leaves that process alone', async () => {
  const unrelated = (await idle('echo ready')).pid;
  writeFileSync(pidFilePath(data), `${unrelated}\n${data}\n1700000000\n5432\n/tmp\n\n\nready\n`);

  await start();

  expect(ps('stat', unrelated)).toMatch(/^S/);
  expect(readPidFile(data)!.pid).not.toBe(unrelated);
});

test('an empty pid file, as a power cut leaves it, does not keep PostgreSQL from starting', async () => {
  writeFileSync(pidFilePath(data), '');

  await start();

  expect(await rows()).not.toEqual([]);
});

test('a second start on one folder is refused, by this process and by another', async () => {
  const other = await startInOtherNode(directory);
  const refusal = await startEmbedded({ directory, log: recordingLog() }).catch((error) => error);
  await other.kill();
  await start();
  const again = await startEmbedded({ directory, log: recordingLog() }).catch((error) => error);

  for (const error of [refusal, again]) {
    expect(error).toBeInstanceOf(DataFolderInUse);
    expect(error).toBeInstanceOf(StartupError);
    expect(error.message).toMatch(/^CLIENTAREA_DATA: .*is in use by another process \(pid \d+\)$/);
    expect(error.message).toContain(directory);
  }
  expect(await rows()).not.toEqual([]);
});

test('a postmaster that dies is told, and the folder can be opened again', async () => {
  await start();
  process.kill(readPidFile(data)!.pid, 'SIGKILL');

  expect(await server!.exited).toMatchObject({ requested: false });

  await start();
  expect(await rows()).not.toEqual([]);
});

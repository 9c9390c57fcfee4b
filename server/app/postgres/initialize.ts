import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { StartupError } from '../startup-error.ts';
import { requireNamedUser, runAs } from './account.ts';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import type { Folder } from './folder.ts';

export const SUPERUSER = 'postgres';

/**
 * Makes the database cluster aside and moves it into place whole, so that an interrupted initdb leaves no
 * half-made `data`. Each attempt has its own folder: the initdb of a killed process may still be writing to
 * the last one.
 */
export async function initialize(
  folder: Folder,
  account: Account,
  binaries: Binaries,
  durable: boolean,
): Promise<void> {
  if (account.uid === undefined) requireNamedUser();
  const aside = mkdtempSync(join(folder.path, 'initdb-'));
  const password = randomBytes(24).toString('base64url');
  try {
    const passwordFile = join(aside, 'password');
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (account.uid !== undefined)
      for (const path of [passwordFile, aside]) chownSync(path, account.uid, account.gid!);
    await runAs(account, binaries.initdb, [
      `--pgdata=${join(aside, 'data')}`,
      `--username=${SUPERUSER}`,
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale=C',
      '--data-checksums',
      ...(durable ? [] : ['--no-sync']),
      // C.UTF-8 knows letters beyond ASCII, sorts by code point, and never changes with the system's
      // libraries.
      ...(binaries.major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : []),
    ]).catch((error: Error & { stderr?: string }) => {
      throw new StartupError(
        'CLIENTAREA_DATA',
        `the database could not be made: ${error.stderr || error.message}`,
      );
    });
    savePassword(folder, password);
    renameSync(join(aside, 'data'), folder.data);
    syncDirectory(folder.path);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** Written before `data` is moved into place, so data without its password cannot exist. */
export function savePassword(folder: Folder, password: string): void {
  writeFileSync(folder.password, `${password}\n`, { mode: 0o600, flush: true });
  chmodSync(folder.password, 0o600);
}

/** Makes a rename in this directory survive a power cut. */
export function syncDirectory(path: string): void {
  if (process.platform === 'win32') return;
  const fd = openSync(path, 'r');
  fsyncSync(fd);
  closeSync(fd);
}

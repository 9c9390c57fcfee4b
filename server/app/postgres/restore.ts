import { chownSync, lchownSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Logger } from '../../kernel/log.ts';
import { StartupError } from '../startup-error.ts';
import { postgresAccount } from './account.ts';
import type { Account } from './account.ts';
import { unpack } from './archive-reader.ts';
import type { BackupManifest } from './backup-format.ts';
import { findBinaries, requireSameMajor } from './binaries.ts';
import { openFolder, removeUnfinished } from './folder.ts';
import { savePassword, syncDirectory } from './initialize.ts';
import { lockFolder } from './lock.ts';
import { startEmbedded } from './start.ts';

/** What we ourselves may have put into a folder that holds no data yet. */
const NOT_DATA = /^(?:lock$|native-)/;

/**
 * Fills an empty folder from a backup, then starts and stops PostgreSQL on it once: what this returns has
 * been recovered. The backup is unpacked aside and compared with its manifest before anything is moved into
 * place. Rejects with StartupError when the folder is in use or not empty, with BackupError when the backup
 * is damaged or does not fit.
 */
export async function restoreCluster(options: {
  from: string;
  /** As for startEmbedded. */
  directory: string;
  /** An empty or missing folder for the backup's files. */
  files?: string;
  log: Logger;
  binaries?: string;
}): Promise<BackupManifest> {
  const { from, directory, files, log, binaries } = options;
  const folder = openFolder(directory);
  const lock = lockFolder(folder);
  let manifest: BackupManifest;
  const aside: string[] = [];
  try {
    removeUnfinished(folder);
    requireEmpty(folder.path, NOT_DATA);
    if (files) {
      mkdirSync(files, { recursive: true, mode: 0o700 });
      requireEmpty(files);
    }
    const account = postgresAccount(folder.data);
    const programs = await findBinaries(folder, account, binaries);

    const to = {
      data: mkdtempSync(join(folder.path, 'restore-')),
      files: files && mkdtempSync(`${files}-restore-`),
    };
    aside.push(to.data, ...(to.files ? [to.files] : []));
    const unpacked = await unpack(from, to);
    manifest = unpacked.manifest;
    requireSameMajor(to.data, programs);

    giveTo(account, to.data);
    savePassword(folder, unpacked.password);
    if (files && to.files) move(to.files, files);
    move(to.data, folder.data);
  } finally {
    for (const path of aside) rmSync(path, { recursive: true, force: true });
    lock.release();
  }
  const server = await startEmbedded({ directory, log, binaries });
  await server.stop();
  return manifest;
}

function requireEmpty(directory: string, except?: RegExp): void {
  const found = readdirSync(directory).find((name) => !except?.test(name));
  if (found)
    throw new StartupError(
      'CLIENTAREA_DATA',
      `${directory} is not empty (${found}); a backup is restored into an empty folder`,
    );
}

function giveTo(account: Account, directory: string): void {
  if (account.uid === undefined) return;
  chownSync(directory, account.uid, account.gid!);
  for (const { parentPath, name } of readdirSync(directory, { recursive: true, withFileTypes: true }))
    lchownSync(join(parentPath, name), account.uid, account.gid!);
}

function move(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  renameSync(from, to);
  syncDirectory(dirname(to));
}

import { resolve } from 'node:path';
import { systemClock } from '../../kernel/clock.ts';
import type { Config } from '../config.ts';
import { openDataFolder } from '../data-folder.ts';
import { createLog } from '../log.ts';
import { BackupError } from '../postgres/backup-format.ts';
import { backupCluster } from '../postgres/backup.ts';
import { restoreCluster } from '../postgres/restore.ts';
import { findRunning, startEmbedded } from '../postgres/start.ts';
import { StartupError } from '../startup-error.ts';

const quiet = createLog('error');

export async function backup(config: Config, [file]: readonly string[]): Promise<number> {
  if (!file) return usage('backup FILE');
  if (config.databaseUrl) {
    throw new StartupError(
      'DATABASE_URL',
      'names an external database: back it up with its own tools (pg_dump, pgBackRest), and the data folder beside it',
    );
  }
  const folder = await openDataFolder(config.dataFolder);
  const running = findRunning(folder.postgres);
  const server = running ? null : await startEmbedded({ directory: folder.postgres, log: quiet });
  try {
    const { adminUrl, dataDirectory } = running ?? server!;
    const to = resolve(file);
    const manifest = await backupCluster({
      adminUrl,
      dataDirectory,
      files: folder.files,
      to,
      now: systemClock.now(),
    });
    console.log(
      `Backed up to ${to} (PostgreSQL ${manifest.postgres}). Keep ${folder.secrets} apart: without it sealed values cannot be read.`,
    );
    return 0;
  } catch (error) {
    return failure(error);
  } finally {
    await server?.stop();
  }
}

export async function restore(config: Config, [file]: readonly string[]): Promise<number> {
  if (!file) return usage('restore FILE');
  const folder = await openDataFolder(config.dataFolder);
  try {
    await restoreCluster({
      from: resolve(file),
      directory: folder.postgres,
      files: folder.files,
      log: quiet,
    });
  } catch (error) {
    return failure(error);
  }
  console.log(
    `Restored into ${folder.path}. Put the secrets folder of the same installation beside it, then start.`,
  );
  return 0;
}

function usage(text: string): number {
  console.error(`Usage: clientarea ${text}`);
  return 2;
}

function failure(error: unknown): number {
  if (!(error instanceof BackupError)) throw error;
  console.error(error.message);
  return 1;
}

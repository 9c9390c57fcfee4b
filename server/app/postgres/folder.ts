import { existsSync, mkdirSync, readFileSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from '../startup-error.ts';

/**
 * What lies in the data folder's `postgres/`. The folder itself belongs to whoever starts Clientarea and only
 * `data` to the account PostgreSQL runs as: if that were root and postgres, root would follow links that
 * postgres had planted.
 */
export interface Folder {
  path: string;
  /** PGDATA */
  data: string;
  /** File with the superuser's password, mode 0600. */
  password: string;
  lock: string;
}

/** Creates the folder when it is missing. Throws StartupError when that is not possible. */
export function openFolder(directory: string): Folder {
  // The account that PostgreSQL is dropped to must be able to pass through, not to list.
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
  try {
    mkdirSync(directory, { recursive: true, mode });
    const path = realpathSync(directory);
    return {
      path,
      data: join(path, 'data'),
      password: join(path, 'superuser-password'),
      lock: join(path, 'lock'),
    };
  } catch (error) {
    throw new StartupError('CLIENTAREA_DATA', `the folder ${directory} cannot be created: ${error}`, {
      cause: error,
    });
  }
}

/**
 * Removes what a killed initdb, restore or copy left. A killed start's initdb may still be writing there,
 * hence the retries.
 */
export function removeUnfinished(folder: Folder): void {
  for (const name of readdirSync(folder.path))
    if (/^(?:initdb|restore|copying)-/.test(name))
      rmSync(join(folder.path, name), { recursive: true, force: true, maxRetries: 20 });
}

/** The superuser's password. Throws StartupError when it was lost. */
export function readPassword(folder: Folder): string {
  if (!existsSync(folder.password))
    throw new StartupError(
      'CLIENTAREA_DATA',
      `the file ${folder.password} is missing; restore it from a backup`,
    );
  return readFileSync(folder.password, 'utf8').trim();
}

import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartupError } from './startup-error.ts';

/** The data folder's parts. `secrets` is for nobody but us; `postgres` belongs to whoever PostgreSQL runs as. */
export interface DataFolder {
  path: string;
  postgres: string;
  files: string;
  secrets: string;
}

/** Makes what is missing of the folder. Throws `StartupError` when it cannot be written to. */
export async function openDataFolder(path: string): Promise<DataFolder> {
  const folder = {
    path,
    postgres: join(path, 'postgres'),
    files: join(path, 'files'),
    secrets: join(path, 'secrets'),
  };
  try {
    await mkdir(path, { recursive: true });
    // Passed through by PostgreSQL's user on the way to its own part; nobody can list it.
    await chmod(path, 0o711);
    await mkdir(folder.files, { recursive: true, mode: 0o700 });
    await mkdir(folder.secrets, { recursive: true, mode: 0o700 });
    await chmod(folder.secrets, 0o700);
    await writeFile(join(folder.secrets, '.writable'), '', { mode: 0o600 });
  } catch (error) {
    throw new StartupError(
      'CLIENTAREA_DATA',
      `${path} cannot be written to (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`,
    );
  }
  return folder;
}

/** A secret that is made once and kept in the data folder: 32 random bytes. */
export async function keptSecret(folder: DataFolder, name: string): Promise<Buffer> {
  const file = join(folder.secrets, name);
  try {
    await writeFile(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return Buffer.from(await readFile(file, 'utf8'), 'base64');
}

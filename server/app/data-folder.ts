import { randomBytes, randomUUID } from 'node:crypto';
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
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

/**
 * A secret that is made once and kept in the data folder: 32 random bytes. It gets its name when it is whole and on the disk, so a
 * process that is killed while making it leaves none.
 */
export async function keptSecret(folder: DataFolder, name: string): Promise<Buffer> {
  const file = join(folder.secrets, name);
  const kept = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return null;
  });
  if (kept !== null) return Buffer.from(kept, 'base64');
  const made = join(folder.secrets, `.${name}-${randomUUID()}`);
  await writeFile(made, randomBytes(32).toString('base64'), { mode: 0o600, flush: true });
  try {
    await link(made, file);
  } catch (error) {
    // Somebody else was faster: theirs is the one that counts.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(made);
  }
  return Buffer.from(await readFile(file, 'utf8'), 'base64');
}

import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { FileMissing, fileTooLarge } from '../../../kernel/files.ts';
import type { FileKey, FilesPort } from '../../../kernel/files.ts';
import { Problem, assert } from '../../../kernel/values/errors.ts';

/** Files in a folder that only the account of the server can read. `folder` exists already. */
export function localFiles(folder: string): FilesPort {
  const incoming = join(folder, 'incoming');

  return {
    async put(key, body, { maxBytes }) {
      const target = pathOf(folder, key);
      await makeFolder(incoming);
      const draft = join(incoming, randomUUID());
      try {
        const size = await write(draft, body, maxBytes);
        await makeFolder(dirname(target));
        await rename(draft, target);
        await syncFolder(dirname(target));
        return { size };
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
    async get(key) {
      // Opened before it is handed over, so that a missing file is an error here and not in the middle of an answer.
      const file = await open(pathOf(folder, key)).catch((error: unknown) => {
        throw isMissing(error) ? new FileMissing(key) : error;
      });
      return file.createReadStream();
    },
    async stat(key) {
      try {
        return { size: (await stat(pathOf(folder, key))).size };
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    async delete(key) {
      await rm(pathOf(folder, key), { force: true });
    },
  };
}

/** Looks at the key again, whoever made it: no dot, no backslash, nothing absolute ever becomes a path. */
function pathOf(folder: string, key: FileKey): string {
  assert(
    /^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(key) && !key.startsWith('incoming/'),
    'a file key has plain parts',
  );
  return join(folder, key);
}

async function write(path: string, body: Readable, maxBytes: number): Promise<number> {
  const file = await open(path, 'wx', 0o600);
  try {
    let size = 0;
    async function* counted() {
      for await (const chunk of body as AsyncIterable<Buffer>) {
        size += chunk.length;
        if (size > maxBytes) throw new Problem(fileTooLarge, { facts: { maxBytes } });
        yield chunk;
      }
    }
    await writeFile(file, counted());
    await file.sync();
    return size;
  } finally {
    await file.close();
  }
}

async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
}

/** The new name survives a power cut only when the folder itself is on disk. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function isMissing(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

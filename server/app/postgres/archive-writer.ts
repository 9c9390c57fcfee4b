import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { createWriteStream, rmSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createGzip } from 'node:zlib';
import tar from 'tar-stream';
import { syncDirectory } from './initialize.ts';

const CHUNK = 64 * 1024;

/**
 * Writes a gzipped tar beside its final path and moves it there when it is whole and on disk. Keeps one
 * running digest over each member's name and content, so that the memory needed does not grow with the number
 * of files.
 */
export class ArchiveWriter {
  readonly #path: string;
  readonly #modified: Date;
  readonly #pack = tar.pack();
  readonly #digest = createHash('sha256');
  readonly #written: Promise<void>;
  members = 0;
  /** Of the members' content. */
  bytes = 0;

  /** `modified` is written as each member's time. */
  constructor(path: string, modified: Date) {
    this.#path = path;
    this.#modified = modified;
    rmSync(this.#partial, { force: true });
    this.#written = pipeline(
      this.#pack,
      createGzip({ level: constants.Z_BEST_SPEED }),
      createWriteStream(this.#partial, { flags: 'wx', mode: 0o600, flush: true }),
    );
    // Awaited in finish() or abandon(); until then a full disk shows itself as a failing entry.
    this.#written.catch(() => {});
  }

  get #partial(): string {
    return `${this.#path}.partial`;
  }

  addDirectory(path: string): void {
    const name = `${path}/`;
    this.members += 1;
    digestMember(this.#digest, name, 0);
    this.#pack.entry({ name, type: 'directory', mode: 0o700, mtime: this.#modified });
  }

  async addBytes(name: string, content: Buffer): Promise<void> {
    await this.#add(name, content.length, [content]);
  }

  /**
   * Adds the file as long as it is now: what grows meanwhile is cut, what shrinks is filled with zeros.
   * `false` when it is gone.
   */
  async addFile(name: string, path: string): Promise<boolean> {
    let file: FileHandle;
    try {
      file = await open(path, 'r');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
      throw error;
    }
    try {
      const { size } = await file.stat();
      await this.#add(name, size, chunksOf(file, size));
      return true;
    } finally {
      await file.close();
    }
  }

  /** The digest of all members so far, hexadecimal. */
  get sha256(): string {
    return this.#digest.copy().digest('hex');
  }

  async finish(): Promise<void> {
    this.#pack.finalize();
    await this.#written;
    await rename(this.#partial, this.#path);
    syncDirectory(dirname(this.#path));
  }

  /**
   * Removes what was written. Rejects with the archive's own failure (such as a full disk) if it had one,
   * else with `cause`.
   */
  async abandon(cause: unknown): Promise<never> {
    this.#pack.destroy(cause as Error);
    try {
      await this.#written;
    } finally {
      rmSync(this.#partial, { force: true });
    }
    throw cause;
  }

  async #add(name: string, size: number, chunks: Iterable<Buffer> | AsyncIterable<Buffer>): Promise<void> {
    this.members += 1;
    this.bytes += size;
    digestMember(this.#digest, name, size);
    const entry = this.#pack.entry({ name, size, mode: 0o600, mtime: this.#modified });
    await pipeline(digesting(this.#digest, chunks), entry);
  }
}

/** The chunks unchanged, while the digest takes them in. */
export async function* digesting(
  digest: Hash,
  chunks: Iterable<Buffer> | AsyncIterable<Buffer>,
): AsyncIterable<Buffer> {
  for await (const chunk of chunks) {
    digest.update(chunk);
    yield chunk;
  }
}

/** What the digest takes in of a member before its content. Reader and writer must agree. */
export function digestMember(digest: { update(text: string): unknown }, name: string, size: number): void {
  digest.update(`${name}\0${size}\0`);
}

async function* chunksOf(file: FileHandle, size: number): AsyncIterable<Buffer> {
  for (let position = 0; position < size;) {
    const wanted = Math.min(CHUNK, size - position);
    const { bytesRead, buffer } = await file.read(Buffer.alloc(wanted), 0, wanted, position);
    // Past the end of a file that shrank, the zeros of the new buffer are what is written.
    const got = bytesRead === 0 ? buffer : buffer.subarray(0, bytesRead);
    yield got;
    position += got.length;
  }
}

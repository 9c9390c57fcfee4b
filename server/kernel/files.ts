import type { Readable } from 'node:stream';
import { assert, problem } from './values/errors.ts';
import type { Id } from './values/ids.ts';
import { isId } from './values/ids.ts';

declare const isKey: unique symbol;

/** Where a file is kept. Only `fileKey` makes one, so a key never holds what a person typed. */
export type FileKey = string & { readonly [isKey]: true };

/** The key of a file of an organization, or of the business itself. `area` is the module that keeps it. */
export function fileKey(organization: Id<'organization'> | null, area: string, id: string): FileKey {
  assert(organization === null || isId(organization), 'the organization of a file has a well-formed id');
  assert(/^[a-z][a-z-]*$/.test(area) && isId(id), 'a file is kept under a plain area and an id');
  return `${organization ?? 'own'}/${area}/${id}` as FileKey;
}

/** Keeps bytes outside the database. Nothing here is transactional: rows say which files count. */
export interface FilesPort {
  /**
   * Keeps all of `body` under `key`, or nothing: nobody ever reads half a file. Writing a key again replaces it. Resolves to
   * the size in bytes. Errors: `file_too_large` beyond `maxBytes`; whatever breaks the stream.
   */
  put(key: FileKey, body: Readable, options: { maxBytes: number }): Promise<{ size: number }>;
  /** Errors: `FileMissing`. */
  get(key: FileKey): Promise<Readable>;
  /** Null when there is no such file. */
  stat(key: FileKey): Promise<{ size: number } | null>;
  /** Deleting what is not there is fine. */
  delete(key: FileKey): Promise<void>;
}

export const fileTooLarge = problem('file_too_large', 413, 'The file is larger than allowed.');

export class FileMissing extends Error {
  constructor(key: FileKey) {
    super(`there is no file ${key}`);
    this.name = 'FileMissing';
  }
}

declare module './ports.ts' {
  interface Ports {
    readonly files: FilesPort;
  }
}

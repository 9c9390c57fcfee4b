import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { FileMissing, fileKey } from '../../kernel/files.ts';
import type { FileKey, FilesPort } from '../../kernel/files.ts';
import { newId } from '../../kernel/values/ids.ts';

const now = new Date('2026-03-02T02:00:00Z');
const newKey = () => fileKey(newId<'organization'>(now), 'support', newId<'file'>(now));
const plenty = { maxBytes: 10_000_000 };

/** What every place for files keeps to. */
export function filesSuite(files: FilesPort): void {
  test('bytes come back as they went in', async () => {
    const key = newKey();
    const bytes = randomBytes(300_000);
    const chunks = [bytes.subarray(0, 1), bytes.subarray(1, 70_000), bytes.subarray(70_000)];
    expect(await files.put(key, Readable.from(chunks), plenty)).toEqual({ size: 300_000 });
    expect((await buffer(await files.get(key))).equals(bytes)).toBe(true);
    expect(await files.stat(key)).toEqual({ size: 300_000 });
  });

  test('an empty file is a file', async () => {
    const key = newKey();
    await files.put(key, Readable.from([]), plenty);
    expect(await files.stat(key)).toEqual({ size: 0 });
  });

  test('writing again replaces, deleting twice is fine, what is gone is missing', async () => {
    const key = newKey();
    await files.put(key, Readable.from([Buffer.from('one')]), plenty);
    await files.put(key, Readable.from([Buffer.from('other')]), plenty);
    expect((await buffer(await files.get(key))).toString()).toBe('other');
    await files.delete(key);
    await files.delete(key);
    expect(await files.stat(key)).toBeNull();
    await expect(files.get(key)).rejects.toThrow(FileMissing);
  });

  test('a file of exactly the limit is kept, one byte more is not', async () => {
    const key = newKey();
    await files.put(key, Readable.from([Buffer.alloc(1000)]), { maxBytes: 1000 });
    const other = newKey();
    const tooMuch = files.put(other, Readable.from([Buffer.alloc(600), Buffer.alloc(401)]), {
      maxBytes: 1000,
    });
    await expect(tooMuch).rejects.toMatchObject({ kind: { code: 'file_too_large' } });
    expect(await files.stat(other)).toBeNull();
  });

  test('a stream that breaks leaves nothing, and what was there stays', async () => {
    const key = newKey();
    await files.put(key, Readable.from([Buffer.from('first')]), plenty);
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from('half');
        throw new Error('the line went dead');
      })(),
    );
    await expect(files.put(key, broken, plenty)).rejects.toThrow('the line went dead');
    expect((await buffer(await files.get(key))).toString()).toBe('first');
  });

  test.each([
    '../secret',
    'a/../../b',
    '/etc/passwd',
    'a//b',
    'a/./b',
    'a\\b',
    'a/b\0',
    '',
    'A/b',
    'a/b.txt',
  ])('what is not a key is refused: %j', async (key) => {
    await expect(files.put(key as FileKey, Readable.from(['x']), plenty)).rejects.toThrow('broken promise');
    await expect(files.get(key as FileKey)).rejects.toThrow('broken promise');
    await expect(files.stat(key as FileKey)).rejects.toThrow('broken promise');
    await expect(files.delete(key as FileKey)).rejects.toThrow('broken promise');
  });
}

import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, expect, test } from 'vitest';
import { fileKey } from '../../../kernel/files.ts';
import { newId } from '../../../kernel/values/ids.ts';
import { filesSuite } from '../suite.ts';
import { localFiles } from './local.ts';

const folder = await mkdtemp(join(tmpdir(), 'clientarea-files-'));
afterAll(() => rm(folder, { recursive: true }));
const files = localFiles(folder);

filesSuite(files);

test('nobody but the server reads files or lists them, and nothing half-written stays', async () => {
  const now = new Date('2026-03-02T02:00:00Z');
  const organization = newId<'organization'>(now);
  const key = fileKey(organization, 'support', newId<'file'>(now));
  await files.put(key, Readable.from([Buffer.from('x')]), { maxBytes: 10 });
  expect((await stat(join(folder, key))).mode & 0o777).toBe(0o600);
  expect((await stat(join(folder, organization))).mode & 0o777).toBe(0o700);
  expect((await stat(join(folder, organization, 'support'))).mode & 0o777).toBe(0o700);
  expect(await readdir(join(folder, 'incoming'))).toEqual([]);
});

test('many writers of one key leave one whole file', async () => {
  const now = new Date('2026-03-02T02:00:00Z');
  const key = fileKey(null, 'support', newId<'file'>(now));
  await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      files.put(key, Readable.from([Buffer.alloc(50_000, n)]), { maxBytes: 100_000 }),
    ),
  );
  expect(await files.stat(key)).toEqual({ size: 50_000 });
});

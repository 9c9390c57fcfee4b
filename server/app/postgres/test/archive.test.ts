import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { unpack } from '../archive-reader.ts';
import { ArchiveWriter } from '../archive-writer.ts';
import { BackupError, MANIFEST, PASSWORD, platform } from '../backup-format.ts';
import { temporaryFolder } from './scene.ts';

const folder = temporaryFolder();
const now = new Date('2026-11-22T10:30:00Z');

/** A small archive of the backup's shape. */
async function archive(manifest: object = {}): Promise<Buffer> {
  const path = join(folder, 'archive.tar.gz');
  const writer = new ArchiveWriter(path, now);
  writer.addDirectory('data');
  await writer.addBytes('data/PG_VERSION', Buffer.from('18\n'));
  await writer.addBytes('files/plan', Buffer.from('a plan of 2026'));
  await writer.addBytes(PASSWORD, Buffer.from('secret'));
  const whole = { format: 1, platform, sha256: writer.sha256, ...manifest };
  await writer.addBytes(MANIFEST, Buffer.from(JSON.stringify(whole)));
  await writer.finish();
  return readFileSync(path);
}

async function unpacked(content: Buffer, withFiles = true) {
  const from = join(mkdtempSync(join(folder, 'unpack-')), 'archive');
  writeFileSync(from, content);
  const to = { data: join(from, '..', 'data'), files: join(from, '..') };
  return unpack(from, withFiles ? to : { data: to.data });
}

async function changed(search: string, replacement: string): Promise<Buffer> {
  const plain = gunzipSync(await archive());
  plain.write(replacement, plain.indexOf(search));
  return gzipSync(plain);
}

/** One member's name replaced by another of the same length, and its header's checksum made right. */
async function renamed(name: string, other: string): Promise<Buffer> {
  const plain = gunzipSync(await changed(`${name}\0`, other));
  const header = plain.subarray(plain.indexOf(`${other}\0`)).subarray(0, 512);
  header.fill(' ', 148, 156);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return gzipSync(plain);
}

test('what was archived is unpacked', async () => {
  expect(await unpacked(await archive())).toMatchObject({ password: 'secret', manifest: { platform } });
});

test.each<[string, () => Promise<Buffer>, RegExp]>([
  ['with an altered byte', () => changed('a plan of 2026', 'a plan of 2027'), /differs from its manifest/],
  [
    'with a member under another name',
    () => renamed('files/plan', 'files/plot'),
    /differs from its manifest/,
  ],
  ['with a name that climbs out', () => renamed('data/PG_VERSION', 'data/../climbed'), /unexpected name/],
  ['with a name of no part of it', () => renamed('files/plan', 'other/plan'), /unexpected name/],
  ['of another platform', () => archive({ platform: 'plan9-mips' }), /plan9-mips/],
  ['of a later format', () => archive({ format: 2 }), /format 2/],
  ['cut in its compression', async () => (await archive()).subarray(0, -30), /unexpected end of file/],
  [
    'cut before its manifest',
    async () => gzipSync(gunzipSync(await archive()).subarray(0, 3584)),
    /not whole/,
  ],
  [
    'cut within a member',
    async () => gzipSync(gunzipSync(await archive()).subarray(0, 1540)),
    /cannot be read/,
  ],
  ['that is no archive', async () => Buffer.from('not an archive'), /cannot be read: incorrect header/],
])('an archive %s is refused', async (_, content, message) => {
  const error = await unpacked(await content()).catch((reason) => reason);

  expect(error).toBeInstanceOf(BackupError);
  expect(error.message).toMatch(message);
});

test('an archive that holds files is refused without a folder for them', async () => {
  await expect(unpacked(await archive(), false)).rejects.toThrow('name a folder');
});

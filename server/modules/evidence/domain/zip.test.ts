import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { zip } from './zip.ts';

const at = new Date('2026-03-02T02:04:06Z');
const files = [
  { name: 'index.json', content: Buffer.from('{"a":1}') },
  { name: 'documents/bukti.pdf', content: Buffer.from('x'.repeat(5000)) },
  { name: 'empty.txt', content: Buffer.alloc(0) },
];

test('an archive holds what was put in, and the same files give the same bytes', () => {
  const archive = zip(files, at);
  expect(zip(files, at).equals(archive)).toBe(true);
  let offset = 0;
  for (const { name, content } of files) {
    expect(archive.readUInt32LE(offset)).toBe(0x04034b50);
    const packed = archive.readUInt32LE(offset + 18);
    const length = archive.readUInt16LE(offset + 26);
    const start = offset + 30 + length;
    expect(archive.toString('utf8', offset + 30, start)).toBe(name);
    expect(inflateRawSync(archive.subarray(start, start + packed)).equals(content)).toBe(true);
    offset = start + packed;
  }
  expect(archive.readUInt32LE(offset)).toBe(0x02014b50);
  expect(archive.readUInt32LE(archive.length - 6)).toBe(offset);
});

test('another program opens it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zip-'));
  const path = join(folder, 'a.zip');
  writeFileSync(path, zip(files, at));
  const script = `import zipfile,sys;z=zipfile.ZipFile(sys.argv[1]);print(z.testzip(),[(i.filename,i.file_size,i.date_time) for i in z.infolist()])`;
  const said = execFileSync('python3', ['-c', script, path], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  expect(said).toContain("None [('index.json', 7, (2026, 3, 2, 2, 4, 6)), ('documents/bukti.pdf', 5000");
});

import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import tar from 'tar-stream';
import type { Extract } from 'tar-stream';
import { digesting, digestMember } from './archive-writer.ts';
import { BackupError, MANIFEST, PASSWORD, platform } from './backup-format.ts';
import type { BackupManifest } from './backup-format.ts';

// A third faster than with zlib's 16 KiB.
const CHUNK = 256 * 1024;

/** Where a backup's parts are unpacked to. */
export interface UnpackTo {
  /** Becomes PGDATA. */
  data: string;
  /** `undefined` refuses a backup that holds files. */
  files?: string;
}

/**
 * Unpacks a backup and compares it with its manifest. Rejects with BackupError when it is not whole or not of
 * this platform.
 */
export async function unpack(
  from: string,
  to: UnpackTo,
): Promise<{ manifest: BackupManifest; password: string }> {
  const extract = tar.extract();
  // Either side's failure ends the other; the reader's own verdict, where there is one, is the better
  // message.
  const [read, streamed] = await Promise.allSettled([
    readMembers(extract, to),
    pipeline(createReadStream(from), createGunzip({ chunkSize: CHUNK }), extract),
  ]);
  if (read.status === 'rejected' && read.reason instanceof BackupError) throw read.reason;
  if (streamed.status === 'rejected') throw damaged(from, streamed.reason);
  if (read.status === 'rejected') throw damaged(from, read.reason);
  return read.value;
}

async function readMembers(
  members: Extract,
  to: UnpackTo,
): Promise<{ manifest: BackupManifest; password: string }> {
  const digest = createHash('sha256');
  let password = '';
  let sha256 = '';
  let manifest: BackupManifest | undefined;
  for await (const member of members) {
    const { name, size, type } = member.header;
    sha256 = digest.copy().digest('hex');
    digestMember(digest, name, size);
    const content = digesting(digest, member as AsyncIterable<Buffer>);
    if (name === MANIFEST) manifest = JSON.parse(String(await buffer(content))) as BackupManifest;
    else if (name === PASSWORD) password = String(await buffer(content));
    else if (type === 'directory') {
      mkdirSync(place(name, to), { recursive: true, mode: 0o700 });
      member.resume();
    } else if (type === 'file') await write(place(name, to), content, name.startsWith('files/'));
    else throw new BackupError(`the backup holds a ${type} named ${name}`);
  }
  if (!manifest || !password) throw new BackupError('the backup has no manifest: it is not whole');
  if (manifest.format !== 1) throw new BackupError(`the backup's format ${manifest.format} is unknown`);
  if (manifest.sha256 !== sha256)
    throw new BackupError('the backup differs from its manifest: it is damaged');
  if (manifest.platform !== platform)
    throw new BackupError(`the backup is of ${manifest.platform}, which this ${platform} cannot read`);
  return { manifest, password };
}

/** `synced` waits until it is on disk; for its own files PostgreSQL does that at its next start. */
async function write(path: string, content: AsyncIterable<Buffer>, synced: boolean): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of content) await file.writeFile(chunk);
    if (synced) await file.sync();
  } finally {
    await file.close();
  }
}

/** The member's path below its part's folder; names are not trusted to stay there. */
function place(name: string, to: UnpackTo): string {
  const [part, ...below] = name.replace(/\/$/, '').split('/');
  if ((part !== 'data' && part !== 'files') || below.some((step) => step === '..' || step.includes('\\')))
    throw new BackupError(`the backup holds the unexpected name ${name}`);
  const folder = to[part];
  if (!folder) throw new BackupError('the backup holds files: name a folder for them');
  return join(folder, ...below);
}

function damaged(from: string, cause: Error): BackupError {
  return new BackupError(`${from} cannot be read: ${cause.message}`, { cause });
}

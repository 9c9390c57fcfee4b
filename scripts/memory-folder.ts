import { existsSync, statfsSync } from 'node:fs';
import { freemem } from 'node:os';

const folder = '/dev/shm';
const enough = 4 * 1024 ** 3;

/**
 * Lets tests put what is temporary into memory where there is plenty: making a database is making a thousand files, which takes a disk
 * thirty times as long. A `TMPDIR` that somebody set is kept.
 */
export function preferMemory(): void {
  if (process.env.TMPDIR || freemem() < enough || !existsSync(folder)) return;
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize >= enough) process.env.TMPDIR = folder;
}

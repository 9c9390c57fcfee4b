import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a postmaster writes down about itself in PGDATA. */
export interface PidFile {
  pid: number;
  port: number;
  socketDirectory: string;
  /** Takes connections now. */
  ready: boolean;
}

export function pidFilePath(dataDirectory: string): string {
  return join(dataDirectory, 'postmaster.pid');
}

/** `undefined` when there is none, or only the empty file that a power cut leaves. */
export function readPidFile(dataDirectory: string): PidFile | undefined {
  let lines: string[];
  try {
    lines = readFileSync(pidFilePath(dataDirectory), 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const pid = Number.parseInt(lines[0] ?? '', 10);
  if (!(pid > 0)) return undefined;
  return {
    pid,
    port: Number(lines[3] ?? 0),
    socketDirectory: lines[4] ?? '',
    ready: lines[7]?.trim() === 'ready',
  };
}

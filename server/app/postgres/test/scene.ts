import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, expect, onTestFinished } from 'vitest';
import type { Logger } from '../../../kernel/log.ts';
import { readPidFile } from '../pid-file.ts';
import { within } from '../poll.ts';

const PATIENCE_MS = 15_000;
const script = fileURLToPath(new URL('run-server.ts', import.meta.url));

/**
 * A folder that goes when the file's tests are over and that the account PostgreSQL runs as can enter. Not to
 * be called in a test.
 */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'postgres-test-'));
  chmodSync(folder, 0o711);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A logger that keeps PostgreSQL's lines. */
export function recordingLog(): Logger & { lines: string[] } {
  const lines: string[] = [];
  const write = (fields: { line?: string }, message: string) => void lines.push(fields.line ?? message);
  return { lines, info: write, warn: write, error: write };
}

export async function eventually(what: string, condition: () => boolean | Promise<boolean>): Promise<void> {
  expect(await within(PATIENCE_MS, condition), what).toBe(true);
}

export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A node of its own that has started PostgreSQL on the folder. */
export interface OtherNode {
  adminUrl: string;
  postmaster: number;
  watchdog: number;
  kill(): Promise<void>;
}

export async function startInOtherNode(directory: string): Promise<OtherNode> {
  const child = spawn(process.execPath, ['--import', 'tsx', script, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [adminUrl] = (await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) => resolve([line]));
    child.once('exit', () => reject(new Error('the other node ended')));
  })) as [string];
  const postmaster = readPidFile(join(directory, 'data'))!.pid;
  return { adminUrl, postmaster, watchdog: Number(ps('ppid', postmaster)), kill: () => killAndWait(child) };
}

/** SIGKILL, and the end of the process. */
export async function killAndWait(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

/** One column of `ps` about a process, such as `ppid`, `stat` or `uid`; '' when there is none. */
export function ps(column: string, pid: number): string {
  return spawnSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
}

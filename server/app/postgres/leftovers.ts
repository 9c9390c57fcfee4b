import { readFileSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import type { Logger } from '../../kernel/log.ts';
import { StartupError } from '../startup-error.ts';
import { runAs } from './account.ts';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { pidFilePath, readPidFile } from './pid-file.ts';
import { within } from './poll.ts';
import { SOCKET_PREFIX } from './socket.ts';

const CLEAN_STOP_MS = 60_000;
const FAST_STOP_MS = 10_000;

/**
 * Ends what an earlier run that was killed left behind: its living postmaster, its pid file, its socket.
 * The caller holds the folder's lock, so nobody else is using that postmaster.
 */
export async function clearLeftovers(
  dataDirectory: string,
  account: Account,
  binaries: Binaries,
  log: Logger,
): Promise<void> {
  const left = readPidFile(dataDirectory);
  if (process.platform === 'win32') {
    if (left)
      await runAs(account, binaries.pgCtl, ['stop', '-D', dataDirectory, '-m', 'fast']).catch(() => {});
    return;
  }
  if (left && (await isPostmaster(left.pid, dataDirectory))) {
    log.warn({ pid: left.pid }, 'stopping the PostgreSQL that an earlier run left behind');
    await end(left.pid, dataDirectory);
  }
  // Still there when its process is dead, a zombie, or an unrelated one with the same id: PostgreSQL itself
  // would refuse to start.
  rmSync(pidFilePath(dataDirectory), { force: true });
  // As the account, which wrote that path: root must not remove what it names.
  if (left && basename(left.socketDirectory).startsWith(SOCKET_PREFIX))
    await runAs(account, '/bin/rm', ['-rf', left.socketDirectory]).catch(() => {});
}

/**
 * Whether the process is the living postmaster of this data. Its command line tells: a zombie has none, and
 * unlike the working directory, root may read it without ptrace rights, which containers withhold.
 */
export async function isPostmaster(pid: number, dataDirectory: string): Promise<boolean> {
  if (process.platform !== 'linux') {
    const command = await runAs({ name: '' }, '/bin/ps', ['-ww', '-o', 'command=', '-p', String(pid)]).catch(
      () => '',
    );
    return !command.startsWith('/bin/sh') && command.includes(`/postgres -D ${dataDirectory}`);
  }
  try {
    const [program, ...args] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return basename(program!) === 'postgres' && args[args.indexOf('-D') + 1] === dataDirectory;
  } catch {
    return false;
  }
}

async function end(pid: number, dataDirectory: string): Promise<void> {
  const gone = async () => !(await isPostmaster(pid, dataDirectory));
  for (const [signal, patience] of [
    ['SIGINT', CLEAN_STOP_MS],
    ['SIGQUIT', FAST_STOP_MS],
  ] as const) {
    if (!(await gone())) process.kill(pid, signal);
    if (await within(patience, gone)) return;
  }
  throw new StartupError(
    'CLIENTAREA_DATA',
    `PostgreSQL (pid ${pid}) still uses ${dataDirectory} and does not stop`,
  );
}

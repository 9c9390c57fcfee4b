import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Logger } from '../../kernel/log.ts';
import { StartupError } from '../startup-error.ts';
import { environment, runAs } from './account.ts';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { readPidFile } from './pid-file.ts';
import { until, within } from './poll.ts';
import type { Listening } from './socket.ts';

const CLEAN_STOP_MS = 60_000;
const LINES_KEPT = 8;

/**
 * The watchdog waits for the end of its standard input, which node holds: that end comes even when node dies
 * by kill -9, and then PostgreSQL shuts down cleanly. It lets go of standard error, whose end therefore tells
 * node that the last PostgreSQL process is gone. Signals are ignored only after PostgreSQL was started, which
 * would inherit that.
 */
const WATCHDOG = `socket=$1; shift
"$@" & p=$!
trap "" INT TERM HUP
exec 2>/dev/null
read -r _
kill -INT $p
wait $p
rmdir "$socket"`;

export interface Exit {
  /** Ended by `stop()`. */
  requested: boolean;
  /** PostgreSQL's last lines, for a message. */
  output: string;
}

export interface Postmaster {
  /** Shuts down cleanly: connections are ended, everything is on disk. */
  stop(): Promise<void>;
  /** Never rejects. */
  exited: Promise<Exit>;
}

/**
 * Resolves when PostgreSQL takes connections, however long recovery takes. Throws StartupError with its words
 * when it ends instead.
 */
export async function launch(options: {
  binaries: Binaries;
  account: Account;
  dataDirectory: string;
  listening: Listening;
  flags: string[];
  log: Logger;
}): Promise<Postmaster> {
  const { binaries, account, dataDirectory, log } = options;
  const child = start(options);
  const lines: string[] = [];
  let requested = false;
  let ended = false;

  createInterface({ input: child.stderr! }).on('line', (line) => {
    lines.splice(0, lines.length - LINES_KEPT + 1);
    lines.push(line);
    if (/\bPANIC: /.test(line)) log.error({ line }, 'postgres');
    else if (/\b(?:FATAL|ERROR|WARNING): /.test(line)) log.warn({ line }, 'postgres');
    else log.info({ line }, 'postgres');
  });
  child.stderr!.once('end', () => child.stdin?.end());
  child.stdin?.on('error', () => {});
  const exited = new Promise<Exit>((resolve) => {
    child.once('error', (error) => lines.push(error.message));
    child.once('close', () => {
      ended = true;
      resolve({ requested, output: lines.join('\n') });
    });
  });

  async function stop(): Promise<void> {
    requested = true;
    child.stdin?.end();
    if (process.platform === 'win32')
      await runAs(account, binaries.pgCtl, ['stop', '-D', dataDirectory, '-m', 'fast']).catch(() => {});
    // Besides the watchdog, which may have been killed.
    else signal('SIGINT');
    if (!(await within(CLEAN_STOP_MS, () => ended))) signal('SIGQUIT');
    await exited;
  }

  function signal(name: NodeJS.Signals): void {
    try {
      if (!ended) process.kill(pid, name);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }

  let pid = 0;
  await until(() => {
    const written = readPidFile(dataDirectory);
    if (written?.ready) pid = written.pid;
    return ended || pid > 0;
  });
  if (ended)
    throw new StartupError(
      'CLIENTAREA_DATA',
      `PostgreSQL did not start in ${dataDirectory}: ${lines.join(' ')}`,
    );
  return { stop, exited };
}

function start(options: Parameters<typeof launch>[0]): ChildProcess {
  const { binaries, account, dataDirectory, listening, flags } = options;
  const command = [binaries.postgres, '-D', dataDirectory, ...flags];
  // Windows ends the children of a dead node itself, though not cleanly, and has no shell for a watchdog.
  if ('port' in listening)
    return spawn(command[0]!, command.slice(1), {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: environment,
      windowsHide: true,
    });
  return spawn('/bin/sh', ['-c', WATCHDOG, 'clientarea-postgres', listening.socketDirectory, ...command], {
    uid: account.uid,
    gid: account.gid,
    cwd: '/',
    env: environment,
    // Its own session: Ctrl-C in a terminal is for node, which then stops PostgreSQL last.
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
}

import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '../../kernel/log.ts';
import { StartupError } from '../startup-error.ts';
import { canEnter, postgresAccount } from './account.ts';
import type { Account } from './account.ts';
import { findBinaries, requireSameMajor } from './binaries.ts';
import type { Binaries } from './binaries.ts';
import { openFolder, readPassword, removeUnfinished } from './folder.ts';
import type { Folder } from './folder.ts';
import { initialize, SUPERUSER } from './initialize.ts';
import { clearLeftovers } from './leftovers.ts';
import { lockFolder } from './lock.ts';
import { readPidFile } from './pid-file.ts';
import { launch } from './postmaster.ts';
import type { Exit, Postmaster } from './postmaster.ts';
import { serverFlags } from './server-flags.ts';
import { chooseListening, connectionUrl, leaveListening } from './socket.ts';
import type { Listening } from './socket.ts';

const ORPHANED_BACKENDS_MS = 60_000;

/** A running PostgreSQL as seen by whoever connects to it. */
export interface EmbeddedConnection {
  /** The superuser, whom row-level security does not bind, in database `postgres`. */
  adminUrl: string;
  /** The superuser in another database. */
  url(database: string): string;
  /** PGDATA */
  dataDirectory: string;
}

export interface EmbeddedServer extends EmbeddedConnection {
  /** '18.4' */
  version: string;
  /** Ends connections and shuts down cleanly. May be called again. */
  stop(): Promise<void>;
  /** Resolves when PostgreSQL is gone for whatever reason; never rejects. */
  exited: Promise<Exit>;
}

/**
 * Starts PostgreSQL on the folder, which is made and filled when missing, and keeps the folder locked until
 * it has exited. `binaries` is a folder with `postgres` and `initdb` instead of the bundled one. `durable:
 * false` is for clusters that are thrown away: data does not survive a crash of the machine. Throws
 * StartupError, of it DataFolderInUse.
 */
export async function startEmbedded(options: {
  directory: string;
  log: Logger;
  binaries?: string;
  durable?: boolean;
}): Promise<EmbeddedServer> {
  const { log, durable = true } = options;
  const folder = openFolder(options.directory);
  const lock = lockFolder(folder);
  try {
    removeUnfinished(folder);
    const account = postgresAccount(folder.data);
    if (!(await canEnter(account, folder.path)))
      throw new StartupError(
        'CLIENTAREA_DATA',
        `${account.name}, whom PostgreSQL runs as, cannot enter ${folder.path}; choose a folder such as /var/lib/clientarea`,
      );
    const binaries = await findBinaries(folder, account, options.binaries);
    if (existsSync(folder.data)) requireSameMajor(folder.data, binaries);
    else await initialize(folder, account, binaries, durable);
    const password = readPassword(folder);
    await clearLeftovers(folder.data, account, binaries, log);

    const { postmaster, listening } = await launchPatiently(folder, account, binaries, durable, log);
    const exited = postmaster.exited.then((exit) => {
      leaveListening(listening);
      lock.release();
      return exit;
    });
    return {
      ...connection(password, listening, folder.data),
      version: binaries.version,
      exited,
      async stop() {
        await postmaster.stop();
        await exited;
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/**
 * How to reach the PostgreSQL that another process runs on this folder, such as for a backup; `undefined`
 * when none takes connections.
 */
export function findRunning(directory: string): EmbeddedConnection | undefined {
  if (!existsSync(directory)) return undefined;
  const folder = openFolder(directory);
  const running = readPidFile(folder.data);
  if (!running?.ready) return undefined;
  const { socketDirectory, port } = running;
  return connection(readPassword(folder), socketDirectory ? { socketDirectory } : { port }, folder.data);
}

function connection(password: string, listening: Listening, dataDirectory: string): EmbeddedConnection {
  const url = (database: string) => connectionUrl(SUPERUSER, password, database, listening);
  return { adminUrl: url('postgres'), url, dataDirectory };
}

/**
 * When a postmaster was killed, those it served may live on for the length of a query; PostgreSQL refuses to
 * start beside them.
 */
async function launchPatiently(
  folder: Folder,
  account: Account,
  binaries: Binaries,
  durable: boolean,
  log: Logger,
): Promise<{ postmaster: Postmaster; listening: Listening }> {
  const deadline = AbortSignal.timeout(ORPHANED_BACKENDS_MS);
  for (;;) {
    const listening = await chooseListening(folder, account);
    const flags = serverFlags(listening, durable);
    try {
      return {
        postmaster: await launch({ binaries, account, dataDirectory: folder.data, listening, flags, log }),
        listening,
      };
    } catch (error) {
      leaveListening(listening);
      if (deadline.aborted || !/pre-existing shared memory block/.test(String(error))) throw error;
      await delay(100);
    }
  }
}

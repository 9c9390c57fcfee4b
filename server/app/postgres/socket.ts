import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartupError } from '../startup-error.ts';
import { canEnter } from './account.ts';
import type { Account } from './account.ts';
import type { Folder } from './folder.ts';

export const SOCKET_PREFIX = 'clientarea-socket-';
export const SOCKET_PORT = 5432;

// sockaddr_un is 108 bytes on Linux and 104 on macOS, with a closing zero.
const LONGEST_PATH = 103;

/**
 * Where PostgreSQL listens: a Unix socket's directory, or on Windows, where node has none, a port of the
 * loopback address.
 */
export type Listening = { socketDirectory: string } | { port: number };

/**
 * A new directory of mode 0700 for the socket. Not beside the data: that path may be too long, or a mount of
 * a desktop's files, which holds no sockets.
 */
export async function chooseListening(folder: Folder, account: Account): Promise<Listening> {
  if (process.platform === 'win32') return { port: await freePort() };
  for (const parent of [tmpdir(), '/tmp', folder.path]) {
    const length = Buffer.byteLength(join(parent, `${SOCKET_PREFIX}XXXXXX`, `.s.PGSQL.${SOCKET_PORT}`));
    if (length > LONGEST_PATH || !(await canEnter(account, parent))) continue;
    try {
      const socketDirectory = mkdtempSync(join(parent, SOCKET_PREFIX));
      if (account.uid !== undefined) chownSync(socketDirectory, account.uid, account.gid!);
      return { socketDirectory };
    } catch {
      continue;
    }
  }
  throw new StartupError('TMPDIR', `no folder for PostgreSQL's socket: ${tmpdir()} and /tmp cannot be used`);
}

export function leaveListening(listening: Listening): void {
  if ('socketDirectory' in listening) rmSync(listening.socketDirectory, { recursive: true, force: true });
}

/**
 * A connection string that `pg`, libpq and URL parsers all read; the host in front is only there for the
 * latter.
 */
export function connectionUrl(
  user: string,
  password: string,
  database: string,
  listening: Listening,
): string {
  const where =
    'port' in listening
      ? `127.0.0.1:${listening.port}/${encodeURIComponent(database)}`
      : `localhost:${SOCKET_PORT}/${encodeURIComponent(database)}?host=${encodeURIComponent(listening.socketDirectory)}`;
  return `postgresql://${user}:${encodeURIComponent(password)}@${where}`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

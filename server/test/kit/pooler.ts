import { spawn } from 'node:child_process';
import { chown, chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createConnection, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { postgresAccount } from '../../app/postgres/account.ts';

/** A PgBouncer in transaction mode before all databases of a server, on a port of its own. */
export interface Pooler {
  url(direct: string): string;
  stop(): Promise<void>;
}

/** `direct` is the URL of a user on a server that listens on a Unix socket; no other user gets in. */
export async function startPooler(program: string, direct: string): Promise<Pooler> {
  const { username, password, searchParams, port: socketPort } = new URL(direct);
  const folder = await mkdtemp(join(tmpdir(), 'clientarea-pooler-'));
  const port = await freePort();
  const users = join(folder, 'users.txt');
  await writeFile(users, `"${username}" "${decodeURIComponent(password)}"\n`);
  const settings = join(folder, 'pgbouncer.ini');
  await writeFile(
    settings,
    [
      '[databases]',
      `* = host=${searchParams.get('host')} port=${socketPort}`,
      '[pgbouncer]',
      'listen_addr = 127.0.0.1',
      `listen_port = ${port}`,
      'unix_socket_dir =',
      'auth_type = scram-sha-256',
      `auth_file = ${users}`,
      'pool_mode = transaction',
      // Fewer connections than clients, so that transactions of one client do meet different ones.
      'default_pool_size = 4',
      'max_client_conn = 200',
      // Each test file has a database of its own, which it drops.
      'server_idle_timeout = 2',
      'log_connections = 0',
      'log_disconnections = 0',
    ].join('\n'),
  );
  // Like PostgreSQL it refuses to run as root.
  const { uid, gid } = postgresAccount(folder);
  if (uid !== undefined) for (const path of [folder, users, settings]) await chown(path, uid, gid!);
  await chmod(folder, 0o700);
  const child = spawn(program, [settings], { uid, gid, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  let running = true;
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => ((said += error.message), (running = false), resolve()));
    child.once('exit', () => ((running = false), resolve()));
  });
  while (!(await answers(port))) {
    if (!running) throw new Error(`PgBouncer did not start:\n${said}`);
    await wait(50);
  }
  return {
    url(of) {
      const { pathname } = new URL(of);
      return `postgresql://${username}:${password}@127.0.0.1:${port}${pathname}`;
    },
    async stop() {
      child.kill('SIGINT');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The built server, running in a process of its own. */
export interface Server {
  port: number;
  pid: number;
  /** From the start of the process to the first 200. */
  startMs: number;
}

export async function withServer<T>(folder: string, work: (server: Server) => Promise<T>): Promise<T> {
  const port = await freePort();
  const began = performance.now();
  const program = fileURLToPath(new URL('../server/bin/clientarea.mjs', import.meta.url));
  const options = (process.env.BENCH_NODE_OPTIONS ?? '').split(' ').filter(Boolean);
  const child: ChildProcess = spawn(process.execPath, [...options, program], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      PORT: String(port),
      CLIENTAREA_HOST: '127.0.0.1',
      CLIENTAREA_DATA: folder,
      CLIENTAREA_DEMO: 'off',
      CLIENTAREA_SANDBOX_GATEWAY: 'on',
      CLIENTAREA_LOG_LEVEL: 'error',
      CLIENTAREA_REQUESTS_PER_MINUTE: '0',
      CLIENTAREA_STRICT_LIMITS: 'off',
    },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  try {
    while (!(await isReady(port))) {
      if (child.exitCode !== null) throw new Error('the server did not start; is it built (npm run build)?');
      await wait(10);
    }
    return await work({ port, pid: child.pid!, startMs: performance.now() - began });
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

async function isReady(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/readyz`).then(
    (answer) => answer.ok,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../../../server/bin/clientarea.mjs', import.meta.url));
const patienceMilliseconds = 300_000;

/** A built Clientarea of its own: a free port, an empty data folder, no limit on how fast a test may sign in. */
export interface RunningClientarea {
  url: string;
  /** All it has printed so far: the set-up link, or whom one can sign in as. */
  output(): string;
  stop(): Promise<void>;
}

export async function startClientarea(settings: { demo: boolean }): Promise<RunningClientarea> {
  const data = await mkdtemp(join(tmpdir(), 'clientarea-browser-'));
  // When root runs this, PostgreSQL runs as somebody else, who has to pass through.
  await chmod(data, 0o711);
  const port = await freePort();
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(CLIENTAREA|DATABASE)_|^(PORT|NODE_ENV)$/.test(name),
  );
  const child = spawn(process.execPath, [program], {
    env: {
      ...Object.fromEntries(inherited),
      PORT: String(port),
      CLIENTAREA_DATA: data,
      CLIENTAREA_DEMO: settings.demo ? 'on' : 'off',
      CLIENTAREA_STRICT_LIMITS: 'off',
      CLIENTAREA_REQUESTS_PER_MINUTE: '0',
      CLIENTAREA_LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const url = `http://localhost:${port}`;
  const clientarea: RunningClientarea = {
    url,
    output: () => output,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      await rm(data, { recursive: true, force: true });
    },
  };
  const deadline = performance.now() + patienceMilliseconds;
  while (!(await answers(`${url}/readyz`))) {
    if (child.exitCode !== null || performance.now() > deadline) {
      await clientarea.stop();
      throw new Error(`Clientarea did not start:\n${output}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return clientarea;
}

function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

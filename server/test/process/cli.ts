import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, inject, onTestFinished } from 'vitest';
import { bundleServer } from '../../../scripts/bundle-server.ts';
import { once } from './once.ts';

/** Starting makes a database cluster and migrates it, on a machine that runs other tests at the same time. */
export const patient = { timeout: 180_000 };

export const administrator = 'rina@example.com';
const project = fileURLToPath(new URL('../../../', import.meta.url));
const web = join(project, 'web/dist/manifest.json');

/** Call it at the top of a test file: sees that the sources as they are now are bundled, for `runCli`. */
export function bundled(): void {
  beforeAll(async () => {
    if (!existsSync(web)) throw new Error('the pages are not built: npm run build');
    await once('bundle', () => bundleServer(inject('bundle')));
  });
}

/** Lays out an installation whose built pages can be spoiled. Resolves with its `web/dist` and the file to run. */
export async function installation(): Promise<{ web: string; main: string }> {
  const root = await mkdtemp(join(tmpdir(), 'clientarea-installed-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await mkdir(join(root, 'server'));
  for (const name of ['kernel', 'modules', 'adapters', 'package.json'])
    await symlink(join(project, 'server', name), join(root, 'server', name));
  await symlink(join(project, 'node_modules'), join(root, 'node_modules'));
  await cp(inject('bundle'), join(root, 'server/dist'), { recursive: true });
  await cp(join(project, 'web/dist'), join(root, 'web/dist'), { recursive: true });
  return { web: join(root, 'web/dist'), main: join(root, 'server/dist/main.js') };
}

/** A process of the CLI. What it prints is collected; a test that ends kills what is left of it. */
export interface Cli {
  pid: number;
  stdout(): string;
  stderr(): string;
  /** Resolves with the exit code, null when a signal ended it. */
  ended: Promise<number | null>;
  /** Resolves when what it printed matches; rejects when it ended before. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  kill(signal: NodeJS.Signals): void;
  /** From now on nobody reads what it prints. */
  stopReading(): void;
}

export function runCli(
  args: readonly string[],
  env: Record<string, string> = {},
  main = join(inject('bundle'), 'main.js'),
): Cli {
  const ours = /^(CLIENTAREA|DATABASE|PG)_?|^(PORT|NODE_ENV|NODE_OPTIONS|VITEST.*|TEST.*)$/;
  const inherited = Object.entries(process.env).filter(([name]) => !ours.test(name));
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...Object.fromEntries(inherited), CLIENTAREA_DEMO: 'off', CLIENTAREA_LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  const look = new Set<() => void>();
  child.stdout.on('data', (chunk) => ((stdout += String(chunk)), look.forEach((again) => again())));
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return {
    pid: child.pid!,
    stdout: () => stdout,
    stderr: () => stderr,
    ended,
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        const again = () => {
          const found = pattern.exec(stdout);
          if (found) resolve(found);
        };
        look.add(again);
        again();
        void ended.then((code) =>
          reject(new Error(`ended with ${code} before printing ${String(pattern)}:\n${stdout}${stderr}`)),
        );
      }),
    kill: (signal) => void child.kill(signal),
    stopReading: () => void child.stdout.destroy(),
  };
}

export interface Server extends Cli {
  url: string;
  /** Milliseconds from the start of the process to the first answer that serves. */
  startedIn: number;
}

/** A Clientarea that answers. */
export async function startServer(env: Record<string, string>): Promise<Server> {
  const port = await freePort();
  const began = performance.now();
  const cli = runCli([], { PORT: String(port), CLIENTAREA_STRICT_LIMITS: 'off', ...env });
  await cli.printed(/Clientarea is ready/);
  const url = `http://localhost:${port}`;
  const { status } = await fetch(`${url}/readyz`);
  if (status !== 200) throw new Error(`/readyz answers ${status}`);
  return Object.assign(cli, { url, startedIn: Math.round(performance.now() - began) });
}

/** A data folder's path that is removed with all that came to be in it. The account PostgreSQL runs as can pass through. */
export async function dataFolder(): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'clientarea-process-'));
  await chmod(parent, 0o711);
  // A killed server's PostgreSQL is still shutting down when the test has ended.
  onTestFinished(() => rm(parent, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 }));
  return join(parent, 'data');
}

/** A data folder of an earlier start, with the `administrator`: making a cluster and migrating it takes longer than most tests. */
export async function preparedFolder(): Promise<{ data: string; password: string }> {
  const template = join(inject('shared'), 'template');
  const kept = join(inject('shared'), 'password');
  await once('template', async () => {
    await rm(template, { recursive: true, force: true });
    await mkdir(template);
    for (const folder of [inject('shared'), template]) await chmod(folder, 0o711);
    await writeFile(kept, await createAdministrator(join(template, 'data'), administrator));
  });
  const password = await readFile(kept, 'utf8');
  const data = await dataFolder();
  // The cluster belongs to the account PostgreSQL runs as, which node's own way of copying would not keep.
  await promisify(execFile)('cp', ['-a', join(template, 'data'), data]);
  return { data, password };
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Signs in over the network; resolves with the status and the cookie. */
export async function signIn(
  url: string,
  email: string,
  password: string,
): Promise<{ status: number; cookie: string }> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  await answer.arrayBuffer();
  return { status: answer.status, cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
}

/** Makes an administrator through the CLI and returns the printed password. */
export async function createAdministrator(data: string, email: string): Promise<string> {
  const cli = runCli(['user', 'create', email, 'Rina Hartono'], { CLIENTAREA_DATA: data });
  const [, password] = await cli.printed(/^ {2}(\S+)$/m);
  await cli.ended;
  return password!;
}

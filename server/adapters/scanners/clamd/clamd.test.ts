import { Readable } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { scannerSuite } from '../suite.ts';
import { clamdScanner } from './clamd.ts';
import { clamdDouble } from './test/daemon.ts';

// The real clamd is asked the same in test/outside/clamd.test.ts.

const longest = 1_000_000;
async function start(instead?: Parameters<typeof clamdDouble>[1]) {
  const daemon = await clamdDouble(longest, instead);
  onTestFinished(() => daemon.close());
  return { scanner: clamdScanner({ host: '127.0.0.1', port: daemon.port }), longest };
}

scannerSuite('clamd', () => start());

test.each([
  ['an error', 'stream: Temporary failure. ERROR\0'],
  ['another answer', 'PONG\0'],
  ['half an answer', 'stream: OK'],
  ['nothing', ''],
  ['too much', `${'stream: OK'.repeat(1000)}\0`],
])('%s is not taken for clean', async (_what, words) => {
  const { scanner } = await start((socket) => void socket.end(words));
  await expect(scanner.scan(Readable.from([Buffer.from('halo')]))).rejects.toThrow(/clamd/);
});

test('nor is nobody', async () => {
  const daemon = await clamdDouble(longest);
  daemon.close();
  const scanner = clamdScanner({ host: '127.0.0.1', port: daemon.port });
  await expect(scanner.scan(Readable.from([Buffer.from('halo')]))).rejects.toThrow(/ECONNREFUSED/);
});

import { connect } from 'node:net';
import type { NetConnectOpts, Socket } from 'node:net';
import { addAbortSignal } from 'node:stream';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ScannerPort } from '../../../kernel/malware.ts';

/** clamd itself gives up on a file after two minutes (`MaxScanTime`). */
const patienceMilliseconds = 150_000;
const longestAnswer = 4096;

/**
 * ClamAV's daemon, over its socket or TCP, by its command INSTREAM: pieces with their length in front, then an empty one. Its
 * `StreamMaxLength` must not be below the largest upload: what is longer it refuses to look at.
 */
export function clamdScanner(at: NetConnectOpts): ScannerPort {
  return {
    async scan(body) {
      const socket = addAbortSignal(AbortSignal.timeout(patienceMilliseconds), connect(at));
      body.once('error', (error) => socket.destroy(error));
      // Where it refuses half way it answers and hangs up. Its answer says why; the broken pipe does not.
      pipeline(pieces(body), socket, { end: false }).catch(() => {});
      try {
        return verdict(await answerOf(socket));
      } finally {
        socket.destroy();
      }
    },
  };
}

async function* pieces(body: Readable): AsyncGenerator<Buffer> {
  yield Buffer.from('zINSTREAM\0');
  for await (const chunk of body as AsyncIterable<Buffer>) {
    if (chunk.length === 0) continue;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    yield Buffer.concat([length, chunk]);
  }
  yield Buffer.alloc(4);
}

/** What it says as far as the zero that ends an answer. */
async function answerOf(socket: Socket): Promise<string> {
  let said = '';
  for await (const chunk of socket) {
    said += String(chunk);
    if (said.includes('\0')) return said.slice(0, said.indexOf('\0'));
    if (said.length > longestAnswer) break;
  }
  throw new Error('clamd did not say what it found');
}

function verdict(answer: string): string | null {
  if (answer === 'stream: OK') return null;
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  if (found === undefined) throw new Error(`clamd says: ${answer}`);
  return found;
}

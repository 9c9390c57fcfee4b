import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { eicar, eicarName } from '../../suite.ts';

export interface Daemon {
  port: number;
  close(): void;
}

type Reply = (socket: Socket) => void;

/**
 * As much of clamd as INSTREAM takes, and stricter: an unknown command, and a byte after the end, are errors. `instead` answers in its
 * place once everything has come.
 */
export async function clamdDouble(longest: number, instead?: Reply): Promise<Daemon> {
  const server = createServer((socket) => {
    let input = Buffer.alloc(0);
    let body: Buffer | null = null;
    const say = (text: string) => socket.end(`${text}\0`);
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      input = Buffer.concat([input, chunk]);
      if (body === null) {
        const end = input.indexOf(0);
        if (end < 0) return;
        if (input.subarray(0, end).toString() !== 'zINSTREAM') return void say('UNKNOWN COMMAND');
        body = Buffer.alloc(0);
        input = input.subarray(end + 1);
      }
      while (input.length >= 4) {
        const length = input.readUInt32BE();
        if (length === 0) {
          if (input.length > 4) return void say('stream: bytes after the end. ERROR');
          if (instead) return instead(socket);
          return void say(body.includes(eicar) ? `stream: ${eicarName} FOUND` : 'stream: OK');
        }
        if (input.length < 4 + length) break;
        body = Buffer.concat([body, input.subarray(4, 4 + length)]);
        input = input.subarray(4 + length);
        if (body.length > longest) return void say('INSTREAM size limit exceeded. ERROR');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, close: () => void server.close() };
}

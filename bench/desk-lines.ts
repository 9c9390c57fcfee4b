import { randomUUID } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { idOf, tokens } from './data.ts';
import { lines, lineToken } from './desk-data.ts';
import { request } from './load.ts';
import { memoryMegabytes } from './processes.ts';
import type { Server } from './server.ts';

export interface Held {
  lines: number;
  /** Memory of node in MB, and its open files with what it may have. */
  before: number;
  after: number;
  files: number;
  mayHave: number;
  /** Milliseconds from the request that causes an event until half of its readers have it, and all. */
  half: number;
  all: number;
}

/** Holds the live line of agents and of one client's members open, and tells all of them of one ticket. */
export async function holdLines({ port, pid }: Server): Promise<Held> {
  const before = memoryMegabytes(pid);
  const total = lines.agents + lines.members;
  const sockets: Socket[] = [];
  try {
    // Each is a request that reads a session; a hundred at a time.
    for (let from = 0; from < total; from += 100)
      sockets.push(
        ...(await Promise.all(Array.from({ length: 100 }, (_, n) => open(port, lineToken(5 + from + n))))),
      );
    await wait(2000);
    const after = memoryMegabytes(pid);
    const heard = sockets.map(
      (socket) =>
        new Promise<number>((resolve) => {
          const listen = (data: Buffer) => {
            if (!data.includes('support.ticket-opened')) return;
            socket.off('data', listen);
            resolve(performance.now());
          };
          socket.on('data', listen);
        }),
    );
    const began = performance.now();
    const asking = connect(port, '127.0.0.1');
    asking.on('error', () => {});
    asking.write(
      request(
        'POST',
        `/api/organizations/${idOf('organization1')}/tickets`,
        { cookie: `clientarea=${tokens.whale}`, 'Idempotency-Key': randomUUID() },
        { subject: 'All hear of it', text: 'Words.', kind: 'question' },
      ),
    );
    const times = (await Promise.all(heard)).map((at) => at - began).toSorted((a, b) => a - b);
    asking.destroy();
    return {
      lines: total,
      before,
      after,
      files: readdirSync(`/proc/${pid}/fd`).length,
      mayHave: Number(/^Max open files\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/limits`, 'utf8'))![1]),
      half: times[Math.floor(times.length / 2)]!,
      all: times.at(-1)!,
    };
  } finally {
    for (const socket of sockets) socket.destroy();
  }
}

function open(port: number, token: string): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.once('data', (data) => {
      if (data.subarray(9, 12).toString() === '200') resolve(socket);
      else reject(new Error(`the live line answered ${data.toString().slice(0, 100)}`));
    });
    socket.write(request('GET', '/api/live', { cookie: `clientarea=${token}` }));
  });
}

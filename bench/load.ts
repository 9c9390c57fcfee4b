import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** One request as bytes on the wire; made anew for each turn where ids or keys differ. */
export type NextRequest = (turn: number) => string;

export interface LoadResult {
  requests: number;
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
  p99: number;
  /** Answers by status. */
  statuses: Record<string, number>;
}

/**
 * Keeps `clients` connections busy for `seconds`, each with one request at a time. A thin reader of its own instead of a library: on
 * two cores shared with server and database a heavy client would measure itself.
 */
export async function load(options: {
  port: number;
  clients: number;
  seconds: number;
  next: NextRequest;
  /** No more requests than this. */
  most?: number;
  /** Asked before each request; no more once it is false. */
  going?: () => boolean;
  /** Milliseconds each client waits between its requests. */
  pause?: number;
}): Promise<LoadResult> {
  const { port, clients, seconds, next, most = Infinity, going = () => true, pause = 0 } = options;
  const times: number[] = [];
  const statuses: Record<string, number> = {};
  const until = performance.now() + seconds * 1000;
  let turn = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      const socket = connect(port, '127.0.0.1').setNoDelay(true);
      const answers = reader(socket);
      while (performance.now() < until && turn < most && going()) {
        const from = performance.now();
        socket.write(next(turn++));
        const status = await answers();
        times.push(performance.now() - from);
        statuses[status] = (statuses[status] ?? 0) + 1;
        if (pause > 0) await wait(pause);
      }
      socket.destroy();
    }),
  );
  const elapsed = (performance.now() - started) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    requests: times.length,
    perSecond: times.length / elapsed,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    statuses,
  };
}

/** Reads answers one by one: the status of each, its body thrown away. Understands Content-Length and chunked bodies. */
function reader(socket: Socket): () => Promise<string> {
  let buffer = Buffer.alloc(0);
  let waiting: { resolve(status: string): void; reject(error: Error): void } | null = null;
  socket.on('data', (data) => {
    buffer = buffer.length === 0 ? data : Buffer.concat([buffer, data]);
    take();
  });
  socket.on('error', (error) => waiting?.reject(error));
  socket.on('close', () => waiting?.reject(new Error('the server closed the connection')));
  function take(): void {
    const headEnd = buffer.indexOf('\r\n\r\n');
    if (headEnd < 0) return;
    const head = buffer.toString('latin1', 0, headEnd);
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
    let end = headEnd + 4;
    if (length !== undefined) end += Number(length);
    else if (/\r\ntransfer-encoding: chunked/i.test(head)) {
      const last = buffer.indexOf('0\r\n\r\n', end);
      if (last < 0) return;
      end = last + 5;
    }
    if (buffer.length < end) return;
    buffer = buffer.subarray(end);
    const done = waiting;
    waiting = null;
    done?.resolve(head.slice(9, 12));
  }
  return () => new Promise((resolve, reject) => (waiting = { resolve, reject }));
}

/** Bytes of one HTTP/1.1 request. */
export function request(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: object,
): string {
  const text = body === undefined ? '' : JSON.stringify(body);
  const lines = [
    `${method} ${path} HTTP/1.1`,
    'Host: localhost',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(text ? ['Content-Type: application/json', `Content-Length: ${Buffer.byteLength(text)}`] : []),
  ];
  return `${lines.join('\r\n')}\r\n\r\n${text}`;
}

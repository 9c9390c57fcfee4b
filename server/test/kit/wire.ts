import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';

export interface RawAnswer {
  status: number;
  /** Names in lower case; of a header sent twice the last. */
  headers: Record<string, string>;
  body: string;
}

/** The server on a port of this machine. */
export async function listening(http: FastifyInstance): Promise<number> {
  await http.listen({ port: 0, host: '127.0.0.1' });
  return (http.server.address() as AddressInfo).port;
}

/**
 * Sends bytes as they are and reads what comes back until the server closes the connection, or says nothing more for a while. Answers
 * are told apart by their Content-Length, so every one that the server made of the bytes is seen.
 */
export function sendRaw(port: number, bytes: string | Buffer, quietMilliseconds = 300): Promise<RawAnswer[]> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    const chunks: Buffer[] = [];
    const done = () => {
      socket.destroy();
      resolve(answersIn(Buffer.concat(chunks).toString('latin1')));
    };
    socket.setTimeout(quietMilliseconds, done);
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('close', done);
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' ? done() : reject(error),
    );
    socket.write(bytes);
  });
}

function answersIn(text: string): RawAnswer[] {
  const answers: RawAnswer[] = [];
  for (let at = text.indexOf('HTTP/1.1 '); at >= 0 && at < text.length;) {
    const end = text.indexOf('\r\n\r\n', at);
    if (end < 0) break;
    const [first, ...lines] = text.slice(at, end).split('\r\n');
    const headers = Object.fromEntries(
      lines
        .map((line) => line.split(/: (.*)/s, 2))
        .map(([name, value]) => [name!.toLowerCase(), value ?? '']),
    );
    const length = headers['content-length'];
    const stop = length === undefined ? text.length : end + 4 + Number(length);
    answers.push({ status: Number(first!.split(' ')[1]), headers, body: text.slice(end + 4, stop) });
    at = stop;
  }
  return answers;
}

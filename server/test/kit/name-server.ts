import { createSocket } from 'node:dgram';
import type { AddressInfo } from 'node:net';

/** A name server on this machine that answers each question of an IPv4 address with the next of its answers, and the last again. */
export interface NameServer {
  /** As `dns.Resolver` takes it. */
  at: string;
  asked: number;
  close(): void;
}

export async function nameServer(...answers: string[][]): Promise<NameServer> {
  const socket = createSocket('udp4');
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  const server: NameServer = {
    at: `127.0.0.1:${(socket.address() as AddressInfo).port}`,
    asked: 0,
    close: () => void socket.close(),
  };
  socket.on('message', (question, { port, address }) => {
    const addresses = answers[Math.min(server.asked++, answers.length - 1)]!;
    // The header, then the question as far as its type and class; whatever follows is not repeated.
    const end = question.indexOf(0, 12) + 5;
    const head = Buffer.from(question.subarray(0, end));
    head.writeUInt16BE(0x8180, 2);
    head.writeUInt16BE(addresses.length, 6);
    head.fill(0, 8, 12);
    const records = addresses.map((one) =>
      Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, ...one.split('.').map(Number)]),
    );
    socket.send(Buffer.concat([head, ...records]), port, address);
  });
  return server;
}

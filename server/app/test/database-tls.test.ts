import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { expect, onTestFinished, test } from 'vitest';
import { selfSigned } from '../../test/kit/certificate.ts';
import { readConfig } from '../config.ts';
import { connectDatabase } from '../connect.ts';

// Databases that answer the question for TLS, with a certificate that nobody vouches for or with no. What they then hear is what counts:
// the first message of a client names the user, and the password comes after it.

interface Double {
  at(host: string, query: string): string;
  certFile: string;
  heard: string[];
}

async function database(answer: 'S' | 'N', names?: string): Promise<Double> {
  const { key, cert, certFile, remove } = selfSigned(names);
  const heard: string[] = [];
  const listen = (socket: Socket) => {
    socket.on('error', () => {});
    socket.once('data', (message) => {
      heard.push(message.toString('latin1'));
      const text = Buffer.from('SFATAL\0C28000\0Mit was heard\0\0');
      const length = Buffer.alloc(4);
      length.writeInt32BE(text.length + 4);
      socket.end(Buffer.concat([Buffer.from('E'), length, text]));
    });
  };
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', (message) => {
      // SSLRequest, as every client that wants TLS begins.
      if (message.length !== 8 || message.readInt32BE(4) !== 80_877_103)
        return void (heard.push(message.toString('latin1')), socket.destroy());
      socket.write(answer);
      listen(answer === 'S' ? new TLSSocket(socket, { isServer: true, key, cert }) : socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  onTestFinished(() => (server.close(), remove()));
  const { port } = server.address() as AddressInfo;
  return {
    at: (host, query) => `postgresql://who:secret@${host}:${port}/clientarea?${query}`,
    certFile,
    heard,
  };
}

const connect = (url: string) => connectDatabase(readConfig({ DATABASE_URL: url }), {} as never, {} as never);

test('a database whose certificate nobody vouches for hears nothing', async () => {
  const { at, heard } = await database('S');
  await expect(connect(at('localhost', 'sslmode=verify-full'))).rejects.toThrow(/self-signed certificate/);
  expect(heard).toEqual([]);
});

test('nor one whose certificate is for another name', async () => {
  const { at, heard, certFile } = await database('S', 'DNS:other.example');
  const url = at('localhost', `sslmode=verify-full&sslrootcert=${certFile}`);
  await expect(connect(url)).rejects.toThrow(/does not match certificate/);
  expect(heard).toEqual([]);
});

test('nor one that does without TLS where TLS was asked for', async () => {
  const { at, heard } = await database('N');
  await expect(connect(at('localhost', 'sslmode=verify-full'))).rejects.toThrow(/does not support SSL/);
  expect(heard).toEqual([]);
});

test('the one whose certificate the operator named is spoken to', async () => {
  const { at, heard, certFile } = await database('S');
  const url = at('localhost', `sslmode=verify-full&sslrootcert=${certFile}`);
  await expect(connect(url)).rejects.toThrow(/it was heard/);
  expect(heard).toEqual([expect.stringContaining('user\0who\0')]);
});

import { expect, test } from 'vitest';
import { createTestApp } from '../kit/app.ts';
import { listening, sendRaw } from '../kit/wire.ts';

// A proxy and we must see the same requests in the same bytes. What could be read in two ways is refused, and the connection closed,
// so that nothing behind it is taken for a request of its own.

const app = await createTestApp();
const port = await listening(app.app.http);
const second = 'GET /api/brand HTTP/1.1\r\nHost: x\r\n\r\n';
const post = (...headers: string[]) =>
  ['POST /api/session HTTP/1.1', 'Host: localhost', ...headers, '', ''].join('\r\n');
const json = 'Content-Type: application/json';

test('two requests that are really two are answered twice', async () => {
  expect((await sendRaw(port, second + second)).map(({ status }) => status)).toEqual([200, 200]);
});

test.each([
  [
    'a length and chunks',
    post(json, 'Content-Length: 6', 'Transfer-Encoding: chunked') + '0\r\n\r\n' + second,
  ],
  [
    'chunks and a length',
    post(json, 'Transfer-Encoding: chunked', 'Content-Length: 5') + '0\r\n\r\n' + second,
  ],
  ['two lengths', post(json, 'Content-Length: 0', 'Content-Length: 44') + second],
  ['two lengths in one', post(json, 'Content-Length: 0, 44') + second],
  ['a length with a sign', post(json, 'Content-Length: +0') + second],
  ['a length below nothing', post(json, 'Content-Length: -1') + second],
  ['a length in hexadecimal', post(json, 'Content-Length: 0x2c') + second],
  ['a length after a space', post(json, 'Content-Length : 44') + second],
  ['chunks after a space', post(json, 'Transfer-Encoding : chunked') + '0\r\n\r\n' + second],
  ['an encoding nobody knows', post(json, 'Transfer-Encoding: xchunked') + '0\r\n\r\n' + second],
  ['chunks, then something else', post(json, 'Transfer-Encoding: chunked, identity') + '0\r\n\r\n' + second],
  ['chunks twice', post(json, 'Transfer-Encoding: chunked', 'Transfer-Encoding: x') + '0\r\n\r\n' + second],
  ['a folded header', post(json, 'Transfer-Encoding:', ' chunked') + '0\r\n\r\n' + second],
  ['a vertical tab in the encoding', post(json, 'Transfer-Encoding: \x0bchunked') + '0\r\n\r\n' + second],
  [
    'a bare line feed after a header',
    `POST /api/session HTTP/1.1\r\nHost: x\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${second}`,
  ],
  [
    'a bare carriage return in a header',
    post('X: a\rTransfer-Encoding: chunked', 'Content-Length: 0') + second,
  ],
  ['a NUL in a header', post('X: a\0b', 'Content-Length: 0') + second],
  ['a chunk size that is none', post(json, 'Transfer-Encoding: chunked') + 'g\r\n\r\n' + second],
  ['a chunk size with a sign', post(json, 'Transfer-Encoding: chunked') + '-1\r\n\r\n' + second],
  ['a chunk that runs on', post(json, 'Transfer-Encoding: chunked') + '1\r\nabc\r\n0\r\n\r\n' + second],
  ['a header without a name', post(': x', 'Content-Length: 0') + second],
  ['a line that is no header', post('nonsense', 'Content-Length: 0') + second],
  ['a version that is none', `GET /api/brand HTTP/9.9\r\nHost: x\r\n\r\n${second}`],
  ['no host', `GET /api/brand HTTP/1.1\r\n\r\n${second}`],
  ['another protocol', 'SSH-2.0-OpenSSH_9.0\r\n'],
])('%s: one refusal, and the end of the connection', async (_what, bytes) => {
  const answers = await sendRaw(port, bytes);
  expect(answers.map(({ status }) => status)).toEqual([400]);
  expect(answers[0]!.headers.connection).toBe('close');
});

test('headers without end are refused', async () => {
  const [answer] = await sendRaw(port, post(`X: ${'a'.repeat(20_000)}`));
  expect(answer).toMatchObject({
    status: 431,
    headers: { connection: 'close', 'x-content-type-options': 'nosniff' },
  });
});

test('what cannot be read is told nothing but that', async () => {
  const [answer] = await sendRaw(port, 'not http\r\n\r\n');
  expect(answer).toMatchObject({
    status: 400,
    body: '',
    headers: {
      'content-security-policy': expect.stringContaining("default-src 'none'") as string,
      'cache-control': 'no-store',
    },
  });
});

test('a name in the body or the address stays there: no header is made of it', async () => {
  const [answer] = await sendRaw(
    port,
    'GET /order-status?x=%0d%0aSet-Cookie:%20a=b HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: a%0d%0aX-Evil: 1\r\n\r\n',
  );
  expect(answer!.headers['set-cookie']).toBeUndefined();
  expect(answer!.headers['x-evil']).toBeUndefined();
  expect(answer!.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
});

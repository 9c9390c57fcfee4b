import { Resolver } from 'node:dns/promises';
import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { selfSigned } from '../../test/kit/certificate.ts';
import { nameServer } from '../../test/kit/name-server.ts';
import { insideTransaction } from '../db/network-guard.ts';
import { outgoingFetch } from '../outgoing/fetch.ts';
import type { OutgoingRules } from '../outgoing/fetch.ts';
import { isPublic, readNetworks } from '../outgoing/networks.ts';

// The one way out to addresses that people entered, against name servers and HTTP servers of our own on this machine.

const nobody: OutgoingRules['resolve'] = () => Promise.reject(new Error('a name was asked for'));
const closed = outgoingFetch({ networks: readNetworks(''), resolve: nobody });
const here = readNetworks('127.0.0.1');
const refused = { code: 'ADDRESS_REFUSED' };

async function listen(listener: RequestListener, host = '127.0.0.1', port = 0): Promise<number> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  onTestFinished(() => server.close().closeAllConnections());
  return (server.address() as AddressInfo).port;
}

/** Resolves names by a server that gives these answers one after the other. */
async function names(...answers: string[][]) {
  const server = await nameServer(...answers);
  onTestFinished(() => server.close());
  const resolver = new Resolver();
  resolver.setServers([server.at]);
  const resolve = async (host: string) =>
    (await resolver.resolve4(host)).map((address) => ({ address, family: 4 }));
  return { server, resolve };
}

test.each([
  'https://127.0.0.1/',
  'https://127.1.2.3:8443/',
  'https://2130706433/',
  'https://0x7f.1/',
  'https://0177.0.0.1/',
  'https://0/',
  'https://10.1.2.3/',
  'https://100.64.0.1/',
  'https://169.254.169.254/latest/meta-data/',
  'https://172.31.255.255/',
  'https://192.168.1.1/',
  'https://198.18.0.1/',
  'https://224.0.0.1/',
  'https://255.255.255.255/',
  'https://[::]/',
  'https://[::1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:a00:1]/',
  'https://[64:ff9b::7f00:1]/',
  'https://[2002:7f00:1::]/',
  'https://[fd00::1]/',
  'https://[fe80::1]/',
  'https://[ff02::1]/',
  'http://1.1.1.1/',
  'http://[2606:4700::1111]/',
  'ftp://1.1.1.1/',
  'file:///etc/passwd',
  'data:text/plain,hello',
])('an address that nobody may lead us to: %s', async (url) => {
  await expect(closed(url)).rejects.toMatchObject(refused);
});

test.each([['1.1.1.1'], ['8.8.8.8'], ['172.32.0.1'], ['223.255.255.255'], ['2606:4700:4700::1111']])(
  'an address of the public Internet: %s',
  (address) => expect(isPublic(address)).toBe(true),
);

test.each(['10.0.0.0/33', '10.0.0/8', 'fd00::/129', '10.0.0.0/', '10.0.0.0/8/8', 'intranet'])(
  'no network: %s',
  (text) => expect(() => readNetworks(text)).toThrow(text),
);

describe('names', () => {
  test.each([
    ['inside', ['192.168.7.7']],
    ['outside and inside', ['1.1.1.1', '127.0.0.1']],
    ['nothing', []],
  ])('that stand for addresses %s lead nowhere', async (_where, addresses) => {
    const { resolve } = await names(addresses);
    const out = outgoingFetch({ networks: readNetworks(''), resolve });
    await expect(out('https://broker.example/')).rejects.toThrow();
  });

  test('a name server that says something else the second time does not lead elsewhere', async () => {
    let victims = 0;
    const port = await listen((_, answer) => answer.end('partner'), '127.0.0.2');
    await listen((_, answer) => (victims++, answer.end('victim')), '127.0.0.3', port);
    const { server, resolve } = await names(['127.0.0.2'], ['127.0.0.3']);
    const out = outgoingFetch({ networks: readNetworks('127.0.0.2'), resolve });
    const answer = await out(`http://broker.example:${port}/`);
    expect([await answer.text(), server.asked]).toEqual(['partner', 1]);
    await expect(out(`http://broker.example:${port}/`)).rejects.toMatchObject(refused);
    expect([server.asked, victims]).toEqual([2, 0]);
  });
});

test('what is listed may be asked without TLS, and gets all that was sent', async () => {
  const port = await listen((request, answer) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () =>
      answer
        .writeHead(201, [
          ['set-cookie', 'a=1'],
          ['set-cookie', 'b=2'],
        ] as never)
        .end(JSON.stringify({ method: request.method, headers: request.headers, body })),
    );
  });
  const out = outgoingFetch({ networks: here });
  const headers = { 'content-type': 'application/json', 'x-key': 'k' };
  const answer = await out(`http://127.0.0.1:${port}/a?b=c`, { method: 'POST', headers, body: '{"a":1}' });
  expect([answer.status, answer.headers.getSetCookie()]).toEqual([201, ['a=1', 'b=2']]);
  expect(await answer.json()).toMatchObject({
    method: 'POST',
    headers: { host: `127.0.0.1:${port}`, 'content-length': '7', 'accept-encoding': 'identity', ...headers },
    body: '{"a":1}',
  });
});

test('a redirect is the answer, and nobody follows it', async () => {
  let visits = 0;
  const port = await listen((_, answer) => {
    visits++;
    answer.writeHead(302, { location: '/elsewhere' }).end();
  });
  const out = outgoingFetch({ networks: here });
  expect((await out(`http://127.0.0.1:${port}/`)).status).toBe(302);
  const strict = out(`http://127.0.0.1:${port}/`, { redirect: 'error' });
  await expect(strict).rejects.toMatchObject({ code: 'REDIRECT_REFUSED' });
  expect(visits).toBe(2);
});

test('an answer without end ends: by its length, by its time, and when the asker does not want it any more', async () => {
  const long = await listen((_, answer) => answer.end('x'.repeat(1001)));
  const silent = await listen(() => {});
  const slow = await listen((_, answer) => void answer.writeHead(200).write('x'));
  const out = outgoingFetch({ networks: here, maxBytes: 1000, timeoutSeconds: 0.3 });
  const tooLong = await out(`http://127.0.0.1:${long}/`);
  await expect(tooLong.text()).rejects.toMatchObject({ code: 'ANSWER_TOO_LARGE' });
  await expect(out(`http://127.0.0.1:${silent}/`)).rejects.toMatchObject({ name: 'TimeoutError' });
  await expect((await out(`http://127.0.0.1:${slow}/`)).text()).rejects.toThrow();
  const signal = AbortSignal.abort(new Error('not wanted'));
  await expect(out(`http://127.0.0.1:${silent}/`, { signal })).rejects.toThrow('not wanted');
});

async function listenSecurely(options: ServerOptions): Promise<string> {
  const { key, cert, remove } = selfSigned();
  const server = createSecureServer({ key, cert, ...options }, (_, answer) => answer.end('secret'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => (server.close().closeAllConnections(), remove()));
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

test('a certificate that nobody vouches for is refused, whatever the environment says', async () => {
  const url = await listenSecurely({});
  const before = process.env.NODE_TLS_REJECT_UNAUTHORIZED;
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
  onTestFinished(() => {
    if (before === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    else process.env.NODE_TLS_REJECT_UNAUTHORIZED = before;
  });
  await expect(outgoingFetch({ networks: here })(url)).rejects.toMatchObject({
    code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
  });
});

test('a server that knows only TLS of the past is refused', async () => {
  const past = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' } as const;
  await expect(outgoingFetch({ networks: here })(await listenSecurely(past))).rejects.toThrow(
    /protocol|version/,
  );
});

test('nobody is asked while a transaction is open', async () => {
  await expect(insideTransaction(() => closed('https://1.1.1.1/'))).rejects.toThrow('transaction');
});

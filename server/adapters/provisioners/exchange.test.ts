import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { outgoingFetch } from '../../kernel/outgoing/fetch.ts';
import { readNetworks } from '../../kernel/outgoing/networks.ts';
import { exchange, jsonObject, retryAfter } from './exchange.ts';

const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close().closeAllConnections()));

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((ready) => server.once('listening', ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
const get = (url: string, limits = {}) =>
  exchange(fetch, url, { method: 'GET', headers: {} }, { timeoutSeconds: 5, maxBytes: 1000, ...limits });

describe('an exchange', () => {
  it('is answered, with the body up to the limit', async () => {
    const url = await listen((_, response) => response.writeHead(201).end('x'.repeat(1000)));
    expect(await get(url)).toMatchObject({ result: 'answered', status: 201, body: 'x'.repeat(1000) });
    expect(await get(url, { maxBytes: 999 })).toMatchObject({ result: 'answered', status: 201, body: null });
  });

  it('is answered when the body breaks off or never ends', async () => {
    const broken = await listen((_, response) => {
      response.writeHead(202, { 'content-length': '100' }).write('{"half":', () => response.destroy());
    });
    expect(await get(broken)).toMatchObject({ result: 'answered', status: 202, body: null });
    const endless = await listen((_, response) => void response.writeHead(200).write('{'));
    expect(await get(endless, { timeoutSeconds: 0.2 })).toMatchObject({
      result: 'answered',
      status: 200,
      body: null,
    });
  });

  it('is lost when no answer comes or the connection breaks', async () => {
    const silent = await listen(() => {});
    expect(await get(silent, { timeoutSeconds: 0.1 })).toMatchObject({
      result: 'lost',
      message: 'no answer within 0.1 s',
    });
    const rude = await listen((request) => request.socket.destroy());
    expect(await get(rude)).toMatchObject({ result: 'lost' });
  });

  it('is refused when nobody listens', async () => {
    const url = await listen(() => {});
    await new Promise((closed) => servers.pop()!.close(closed));
    expect(await get(url)).toEqual({ result: 'refused', message: 'cannot connect (ECONNREFUSED)' });
    expect(await get('http://nowhere.invalid/')).toMatchObject({ result: 'refused' });
  });

  it('is refused where the address may not be asked', async () => {
    const closed = outgoingFetch({ networks: readNetworks('') });
    const limits = { timeoutSeconds: 5, maxBytes: 1000 };
    expect(await exchange(closed, 'https://10.0.0.1/', { method: 'GET', headers: {} }, limits)).toEqual({
      result: 'refused',
      message: 'cannot connect (ADDRESS_REFUSED)',
    });
  });

  it('follows no redirect', async () => {
    let visits = 0;
    const url = await listen((_, response) => {
      visits += 1;
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    expect(await get(url)).toMatchObject({ result: 'answered', status: 307 });
    expect(visits).toBe(1);
  });
});

describe('small print', () => {
  it('Retry-After is seconds or a date', () => {
    const now = new Date('2026-11-23T05:00:00Z');
    const read = (text: string) => retryAfter(new Headers({ 'retry-after': text }), now);
    expect(
      ['120', 'Mon, 23 Nov 2026 05:01:00 GMT', 'Mon, 23 Nov 2020 05:01:00 GMT', 'soon'].map(read),
    ).toEqual([120, 60, 0, undefined]);
    expect(retryAfter(new Headers(), now)).toBeUndefined();
  });

  it('only objects are JSON objects', () => {
    expect(['{"a":1}', '[]', 'null', '1', '', '{', null].map(jsonObject)).toEqual([
      { a: 1 },
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

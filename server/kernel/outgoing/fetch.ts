import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { request as overHttp } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { request as overHttps } from 'node:https';
import type { BlockList, LookupFunction } from 'node:net';
import { isIP } from 'node:net';
import { Readable } from 'node:stream';
import { refuseInTransaction } from '../db/network-guard.ts';
import { isPublic, isWithin } from './networks.ts';

export interface OutgoingRules {
  /** Networks that are not public and may be asked all the same, also without TLS. */
  networks: BlockList;
  /** For the whole exchange, reading included. */
  timeoutSeconds?: number;
  maxBytes?: number;
  resolve?: (host: string) => Promise<LookupAddress[]>;
}

/** Why nothing was sent, or why reading ended. */
export class OutgoingRefused extends TypeError {
  readonly code: 'ADDRESS_REFUSED' | 'CONNECT_TIMEOUT' | 'ANSWER_TOO_LARGE' | 'REDIRECT_REFUSED';
  constructor(code: OutgoingRefused['code'], message: string) {
    super(message);
    this.name = 'OutgoingRefused';
    this.code = code;
  }
}

const connectSeconds = 10;
const everyAddress = (host: string) => lookup(host, { all: true });

/**
 * `fetch` for addresses that people entered: https, to the public Internet. A name is resolved once, all that it resolves to is looked at,
 * and the connection goes to just that, so that a second answer of the name server leads nowhere else. No redirect is followed: it is
 * the answer. Nothing is compressed, and no answer is longer or later than the rules allow. Refuses to run inside a transaction.
 * Rejects with `OutgoingRefused`, with the reason of an aborted signal, and with what sockets and TLS say, whose `code` is theirs.
 */
export function outgoingFetch(rules: OutgoingRules): typeof fetch {
  const { networks, timeoutSeconds = 60, maxBytes = 10_000_000, resolve = everyAddress } = rules;

  async function addressesOf(url: URL): Promise<LookupAddress[]> {
    const refused = new OutgoingRefused('ADDRESS_REFUSED', `${url.origin} may not be asked`);
    if (!/^https?:$/.test(url.protocol)) throw refused;
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const family = isIP(host);
    const found = family ? [{ address: host, family }] : await resolve(host);
    const allowed = ({ address }: LookupAddress) =>
      isWithin(networks, address) || (url.protocol === 'https:' && isPublic(address));
    if (found.length === 0 || !found.every(allowed)) throw refused;
    return found;
  }

  return async (input, init) => {
    const asked = new Request(input, init);
    const url = new URL(asked.url);
    refuseInTransaction(`a request to ${url.hostname}`);
    const signal = AbortSignal.any([asked.signal, AbortSignal.timeout(timeoutSeconds * 1000)]);
    const addresses = await addressesOf(url);
    const body = asked.body && Buffer.from(await asked.arrayBuffer());
    const answer = await exchange(asked, url, { addresses, body, signal });
    const status = answer.statusCode!;
    if (asked.redirect === 'error' && status >= 300 && status < 400) {
      answer.destroy();
      throw new OutgoingRefused('REDIRECT_REFUSED', `${url.origin} sent us elsewhere`);
    }
    return responseOf(answer, maxBytes);
  };
}

function exchange(
  { method, headers }: Request,
  url: URL,
  to: { addresses: LookupAddress[]; body: Buffer | null; signal: AbortSignal },
): Promise<IncomingMessage> {
  const pinned: LookupFunction = (_host, { all }, found) =>
    all ? found(null, to.addresses) : found(null, to.addresses[0]!.address, to.addresses[0]!.family);
  const secure = url.protocol === 'https:';
  return new Promise((resolve, reject) => {
    const request = (secure ? overHttps : overHttp)(url, {
      method,
      headers: {
        ...Object.fromEntries(headers),
        'accept-encoding': 'identity',
        ...(to.body ? { 'content-length': to.body.length } : {}),
      },
      agent: false,
      lookup: pinned,
      signal: to.signal,
      // Not as NODE_TLS_REJECT_UNAUTHORIZED would have it.
      rejectUnauthorized: true,
      minVersion: 'TLSv1.2',
    });
    const late = () =>
      request.destroy(new OutgoingRefused('CONNECT_TIMEOUT', `${url.origin} does not connect`));
    const timer = setTimeout(late, connectSeconds * 1000);
    request.once('socket', (socket) =>
      socket.once(secure ? 'secureConnect' : 'connect', () => clearTimeout(timer)),
    );
    request.once('close', () => clearTimeout(timer));
    request.once('response', resolve);
    request.once('error', (error) => reject(to.signal.aborted ? (to.signal.reason as Error) : error));
    request.end(to.body ?? undefined);
  });
}

function responseOf(answer: IncomingMessage, maxBytes: number): Response {
  const headers = new Headers();
  for (let at = 0; at < answer.rawHeaders.length; at += 2)
    headers.append(answer.rawHeaders[at]!, answer.rawHeaders[at + 1]!);
  const status = answer.statusCode!;
  const empty = [204, 205, 304].includes(status);
  if (empty) answer.resume();
  const body = empty ? null : (Readable.toWeb(Readable.from(upTo(answer, maxBytes))) as ReadableStream);
  return new Response(body, { status, statusText: answer.statusMessage ?? '', headers });
}

async function* upTo(answer: IncomingMessage, maxBytes: number): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes)
      throw new OutgoingRefused('ANSWER_TOO_LARGE', `the answer is longer than ${maxBytes} bytes`);
    yield chunk;
  }
}

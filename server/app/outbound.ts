import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { refuseInTransaction } from '../kernel/db/network-guard.ts';

/** Addresses that no partner has: a cloud's metadata service, and in production this machine itself. */
const never = new BlockList();
never.addSubnet('169.254.0.0', 16, 'ipv4');
never.addSubnet('fe80::', 10, 'ipv6');
const ourselves = new BlockList();
ourselves.addSubnet('127.0.0.0', 8, 'ipv4');
ourselves.addAddress('0.0.0.0', 'ipv4');
ourselves.addAddress('::1', 'ipv6');

const timeoutMilliseconds = 60_000;

/**
 * `fetch` to addresses that staff typed in: not while a transaction is open, not to this machine or a metadata service, without
 * following redirects, and never without end.
 */
export function outboundFetch(production: boolean): typeof fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    refuseInTransaction(`a request to ${url.hostname}`);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const addresses = isIP(host)
      ? [{ address: host, family: isIP(host) }]
      : await lookup(host, { all: true });
    for (const { address, family } of addresses) {
      const type = family === 6 ? 'ipv6' : 'ipv4';
      if (never.check(address, type) || (production && ourselves.check(address, type))) {
        throw new TypeError(`${url.hostname} is not an address of a partner`);
      }
    }
    const signal = init?.signal ?? AbortSignal.timeout(timeoutMilliseconds);
    return fetch(input, { ...init, redirect: 'manual', signal });
  };
}

import { BlockList, isIP } from 'node:net';

/** `203.0.113.7`, `203.0.113.0/24` or `2001:db8::/32`. */
export function isNetwork(text: string): boolean {
  return parse(text) !== null;
}

/** Whether an address lies in one of the networks. An IPv4 address written as IPv6 counts as what it is. */
export function isWithin(address: string, networks: readonly string[]): boolean {
  const family = isIP(address);
  if (family === 0) return false;
  const list = new BlockList();
  for (const text of networks) {
    const network = parse(text);
    if (network) list.addSubnet(network.address, network.prefix, network.family);
  }
  return list.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

function parse(text: string): { address: string; prefix: number; family: 'ipv4' | 'ipv6' } | null {
  const [address = '', length, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0 || address.includes('%')) return null;
  const most = family === 4 ? 32 : 128;
  if (length !== undefined && !/^(?:0|[1-9]\d{0,2})$/.test(length)) return null;
  const prefix = length === undefined ? most : Number(length);
  return prefix > most ? null : { address, prefix, family: family === 4 ? 'ipv4' : 'ipv6' };
}

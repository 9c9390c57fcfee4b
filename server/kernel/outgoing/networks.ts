import { BlockList, isIP } from 'node:net';

const special = readNetworks(
  [
    '0.0.0.0/8, 10.0.0.0/8, 100.64.0.0/10, 127.0.0.0/8, 169.254.0.0/16, 172.16.0.0/12, 192.0.0.0/24, 192.0.2.0/24',
    '192.88.99.0/24, 192.168.0.0/16, 198.18.0.0/15, 198.51.100.0/24, 203.0.113.0/24, 224.0.0.0/3',
    // In IPv6 only 2000::/3 is given out; of that, what is for documentation or carries an IPv4 address within.
    '2001::/23, 2001:db8::/32, 2002::/16, 3fff::/20',
  ].join(', '),
);
const givenOut = readNetworks('2000::/3');

/** Networks as an operator lists them, such as `10.0.0.0/8, fd00::/8, 192.0.2.7`. Throws with what is wrong, in a few words. */
export function readNetworks(text: string): BlockList {
  const list = new BlockList();
  for (const entry of text.split(',').map((part) => part.trim())) {
    if (entry === '') continue;
    const [address, bits, ...rest] = entry.split('/');
    const family = isIP(address!);
    const most = family === 6 ? 128 : 32;
    const length = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : NaN;
    if (family === 0 || rest.length > 0 || !(length <= most))
      throw new Error(`holds ${JSON.stringify(entry)}, which is no network such as 10.0.0.0/8`);
    list.addSubnet(address!, length, family === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}

export function isWithin(networks: BlockList, address: string): boolean {
  return networks.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/** Whether an address is one of the public Internet: of no machine, network, group or test. */
export function isPublic(address: string): boolean {
  const family = isIP(address);
  if (family === 0 || isWithin(special, address)) return false;
  return family === 4 || isWithin(givenOut, address);
}

import { expect, test } from 'vitest';
import { isNetwork, isWithin } from './networks.ts';

test.each(['203.0.113.7', '203.0.113.0/24', '0.0.0.0/0', '2001:db8::/32', '::1'])('a network: %s', (text) => {
  expect(isNetwork(text)).toBe(true);
});

test.each([
  '',
  '/',
  '203.0.113',
  '203.0.113.0/33',
  '203.0.113.0/',
  '203.0.113.0/024',
  '1.2.3.4/8/8',
  '2001:db8::/129',
  'fe80::1%eth0',
  'host',
])('not a network: %s', (text) => {
  expect(isNetwork(text)).toBe(false);
});

test.each([
  ['203.0.113.7', ['203.0.113.7'], true],
  ['203.0.113.8', ['203.0.113.7'], false],
  ['203.0.113.255', ['10.0.0.0/8', '203.0.113.0/24'], true],
  ['203.0.114.0', ['203.0.113.0/24'], false],
  ['2001:db8:1::5', ['2001:db8::/32'], true],
  ['2001:db9::5', ['2001:db8::/32'], false],
  ['::ffff:203.0.113.7', ['203.0.113.0/24'], true],
  ['203.0.113.7', ['2001:db8::/32'], false],
  ['nonsense', ['0.0.0.0/0'], false],
] as const)('%s within %j is %s', (address, networks, expected) => {
  expect(isWithin(address, networks)).toBe(expected);
});

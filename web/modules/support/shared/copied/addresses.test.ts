import { expect, test } from 'vitest';
import { addressesIn, isAddress } from './addresses.ts';

test('several addresses, however they are separated, each once', () => {
  expect(addressesIn(' a@b.co, A@B.co;\n<c@d.example>  ')).toEqual(['a@b.co', 'c@d.example']);
  expect(addressesIn('')).toEqual([]);
});

test.each([
  ['a@b.co', true],
  ['a.b+c@sub.example.com', true],
  ['a@b', false],
  ['a b@c.de', false],
  ['a@@b.co', false],
  ['', false],
])('%s looks like an address: %s', (text, looks) => expect(isAddress(text)).toBe(looks));

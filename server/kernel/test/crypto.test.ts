import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashToken, keyRing, randomToken, seal, suites, unseal, wrapNewKey } from '../crypto.ts';
import type { Suite } from '../crypto.ts';

const root = randomBytes(32);
const first = { id: 1, wrapped: wrapNewKey(root, 1) };
const keys = keyRing(root, [first]);
const text = 'rahasia';

test('every suite is authenticated, with keys of 256 bits, tags of 128 and nonces of 96', () => {
  expect(Object.values(suites)).toEqual([
    { cipher: 'aes-256-gcm', nonceBytes: 12, tagBytes: 16 },
    { cipher: 'chacha20-poly1305', nonceBytes: 12, tagBytes: 16 },
  ]);
  expect([root, keys.current.key].map(({ length }) => length * 8)).toEqual([256, 256]);
});

test('what is sealed opens only as it was and where it belongs: one bit more, less or elsewhere, and it does not', () => {
  const sealed = seal(keys, 'table:row', text);
  expect(unseal(keys, 'table:row', sealed)).toBe(text);
  expect(() => unseal(keys, 'table:other', sealed)).toThrow();
  const [suite, key, body] = sealed.split('.');
  const bytes = Buffer.from(body!, 'base64url');
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const changed = Buffer.from(bytes);
    changed[bit >> 3]! ^= 1 << (bit & 7);
    expect(() => unseal(keys, 'table:row', `${suite}.${key}.${changed.toString('base64url')}`)).toThrow();
  }
  for (let length = 1; length < bytes.length; length++) {
    const cut = bytes.subarray(0, length).toString('base64url');
    expect(() => unseal(keys, 'table:row', `${suite}.${key}.${cut}`)).toThrow();
  }
});

test('the same text is sealed to something else each time', () => {
  const sealed = Array.from({ length: 1000 }, () => seal(keys, 'row', text));
  expect(new Set(sealed.map((one) => one.split('.')[2]!.slice(0, 16))).size).toBe(1000);
});

test('another algorithm or key seals from then on, and what the old ones sealed still opens', () => {
  const numbers = Object.keys(suites).map(Number) as Suite[];
  const old = numbers.map((suite) => seal(keys, 'row', text, suite));
  expect(old.map((one) => one.split('.').slice(0, 2).join('.'))).toEqual(['1.1', '2.1']);
  const later = keyRing(root, [first, { id: 2, wrapped: wrapNewKey(root, 2) }]);
  expect(old.map((one) => unseal(later, 'row', one))).toEqual(old.map(() => text));
  expect(seal(later, 'row', text)).toMatch(/^1[.]2[.]/);
  expect(() => unseal(keys, 'row', seal(later, 'row', text))).toThrow('data key 2');
  for (const unknown of ['3', '0', '', 'constructor', '__proto__'])
    expect(() => unseal(later, 'row', old[0]!.replace(/^1/, unknown))).toThrow('form');
  expect(() => unseal(later, 'row', old[0]!.replace(/^1/, '2'))).toThrow();
});

test('tokens have 256 random bits, and are kept as 256 bits that do not tell them', () => {
  const tokens = Array.from({ length: 1000 }, randomToken);
  expect(new Set(tokens).size).toBe(1000);
  const bytes = Buffer.concat(tokens.map((token) => Buffer.from(token, 'base64url')));
  expect(bytes.length).toBe(32_000);
  // Of 256,000 fair bits the half is one, give or take; ten deviations are more than chance.
  const ones = bytes.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);
  expect(Math.abs(ones - 128_000)).toBeLessThan(10 * Math.sqrt(64_000));
  expect(hashToken(tokens[0]!)).toHaveLength(32);
  expect(hashToken(tokens[0]!).toString('base64url')).not.toBe(tokens[0]);
});

import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isKeyToken, keyToken } from './key-token.ts';

test('a token is recognized, and no token with one character changed is', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      fc.nat({ max: 74 }),
      fc.constantFrom(...'0123456789abcdefXYZ_'.split('')),
      (bytes, at, other) => {
        const token = keyToken(Buffer.from(bytes));
        const changed = token.slice(0, at) + other + token.slice(at + 1);
        expect(isKeyToken(token)).toBe(true);
        expect(isKeyToken(changed)).toBe(changed === token);
      },
    ),
  );
});

test('its form is the one scanners look for', () => {
  expect(keyToken(randomBytes(32))).toMatch(/^ca_[0-9a-f]{72}$/);
  for (const wrong of ['', 'ca_', 'x', `ca_${'0'.repeat(72)}`]) expect(isKeyToken(wrong)).toBe(false);
});

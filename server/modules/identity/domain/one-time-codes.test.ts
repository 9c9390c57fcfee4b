import { expect, test } from 'vitest';
import { appAddress, codeAt, matchCode, newSecret, stepOf } from './one-time-codes.ts';

// The secret and the codes of RFC 6238, appendix B ('12345678901234567890', SHA-1, the last six digits).
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number) => new Date(seconds * 1000);

test('codes are those of the standard', () => {
  expect(codeAt(secret, stepOf(at(59)))).toBe('287082');
  expect(codeAt(secret, stepOf(at(1_111_111_109)))).toBe('081804');
  expect(codeAt(secret, stepOf(at(20_000_000_000)))).toBe('353130');
});

test('a code is good for its step and the neighbors, and for no other', () => {
  const step = stepOf(at(1_111_111_109));
  const good = [-2, -1, 0, 1, 2].map((away) => matchCode(secret, '081804', at(1_111_111_109 + away * 30), 0));
  expect(good).toEqual([null, step, step, step, null]);
});

test('a code that was used, and any older one, is good no more', () => {
  const now = at(1_111_111_109);
  const step = stepOf(now);
  expect(matchCode(secret, codeAt(secret, step), now, step)).toBeNull();
  expect(matchCode(secret, codeAt(secret, step - 1), now, step)).toBeNull();
  expect(matchCode(secret, codeAt(secret, step + 1), now, step)).toBe(step + 1);
});

test('secrets are new each time; the address names business and account', () => {
  expect(newSecret()).not.toBe(newSecret());
  expect(newSecret()).toHaveLength(32);
  expect(appAddress(secret, 'Nusa Hosting', 'ani@example.com')).toMatch(
    /^otpauth:\/\/totp\/Nusa%20Hosting:ani%40example\.com\?.*secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ/,
  );
});

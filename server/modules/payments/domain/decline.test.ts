import { expect, test } from 'vitest';
import { declineClass, neverReached } from './decline.ts';

test.each([
  ['insufficient_funds', 'retry'],
  ['issuer_unavailable', 'retry'],
  ['authentication_required', 'needs_customer'],
  ['expired_card', 'needs_customer'],
  ['stolen_card', 'never'],
  ['account_closed', 'never'],
  ['no_such_card', 'never'],
  ['a word nobody has told us of', 'retry'],
  ['constructor', 'retry'],
])('%s means: %s', (code, meaning) => {
  expect(declineClass(code)).toBe(meaning);
});

test('what never reached the bank is no decline', () => {
  expect(['unreachable', 'never_began', 'do_not_honor'].map(neverReached)).toEqual([true, true, false]);
});

import { expect, test } from 'vitest';
import { proofsOffered, stepsDue } from './steps.ts';

test('a password alone signs in only whoever has nothing else', () => {
  expect(stepsDue(['password'], [])).toEqual([]);
  expect(stepsDue(['password'], ['recovery_code'])).toEqual([]);
  expect(stepsDue(['password'], ['recovery_code', 'authenticator', 'passkey'])).toEqual([
    'passkey',
    'authenticator',
    'recovery_code',
  ]);
});

test('a second step completes it, and a passkey is both', () => {
  expect(stepsDue(['password', 'authenticator'], ['authenticator', 'passkey'])).toEqual([]);
  expect(stepsDue(['passkey'], ['authenticator', 'passkey'])).toEqual([]);
});

test('a mailed link does not go around the second step, and is not asked for the same mailbox twice', () => {
  expect(stepsDue(['link'], ['authenticator', 'email_code'])).toEqual(['authenticator']);
  expect(stepsDue(['link'], ['email_code', 'recovery_code'])).toEqual([]);
});

test('a proof is any way somebody has, and the mailbox for those without one', () => {
  expect(proofsOffered(['authenticator', 'recovery_code'], true, false)).toEqual([
    'authenticator',
    'password',
  ]);
  expect(proofsOffered([], true, false)).toEqual(['password']);
  expect(proofsOffered([], false, false)).toEqual(['email_code']);
});

test('a provider that the session came by may show it too, before the mailbox', () => {
  expect(proofsOffered(['passkey'], true, true)).toEqual(['passkey', 'password', 'single_sign_on']);
  expect(proofsOffered([], false, true)).toEqual(['single_sign_on', 'email_code']);
});

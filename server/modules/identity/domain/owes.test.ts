import { expect, test } from 'vitest';
import { owesSecondStep, whoAsks } from './owes.ts';

const nobody = { ofRoles: [], roles: [], byOrganization: false };

test.each([
  ['nobody asks', nobody, ['password'], false],
  ['of another role', { ...nobody, ofRoles: ['finance'], roles: ['support'] as const }, ['password'], false],
  [
    'of one of the roles',
    { ...nobody, ofRoles: ['finance'], roles: ['support', 'finance'] as const },
    ['password'],
    true,
  ],
  ['of clients nothing for a staff role', { ...nobody, ofRoles: ['administrator'] }, ['password'], false],
  ['an organization', { ...nobody, byOrganization: true }, ['password'], true],
  ['a mailed link is no second step', { ...nobody, byOrganization: true }, ['link'], true],
  ['a passkey is', { ...nobody, byOrganization: true }, ['passkey'], false],
  ['so is a code', { ...nobody, byOrganization: true }, ['password', 'email_code'], false],
  [
    'and a proof given later',
    { ...nobody, byOrganization: true },
    ['link', 'password', 'authenticator'],
    false,
  ],
] as const)('%s', (_name, asked, shown, owes) => {
  expect(owesSecondStep(asked, shown)).toBe(owes);
});

test('who asks is known, whether or not it was shown', () => {
  expect(whoAsks(nobody)).toBeNull();
  expect(whoAsks({ ...nobody, byOrganization: true })).toBe('organization');
  expect(whoAsks({ ofRoles: ['finance'], roles: ['finance'], byOrganization: true })).toBe('role');
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayAsMember } from '../../../kernel/auth/actor.ts';
import type { MembersRights } from '../../../kernel/auth/actor.ts';
import { memberRoles, permission } from '../../../kernel/auth/roles.ts';
import { mayDecideOn } from './standing.ts';

const permissions = [
  permission('services.service.read', { members: ['owner', 'technical', 'member', 'viewer'] }),
  permission('services.service.change', { members: ['owner', 'technical'] }),
  permission('billing.invoices.read', { members: ['owner', 'finance', 'viewer'], whole: true }),
  permission('orders.place', { members: ['owner', 'finance', 'technical'], whole: true }),
  permission('organizations.members.manage', { members: ['owner'], whole: true }),
];
const names = permissions.map(({ name }) => name);

const rights = fc.oneof(
  fc.record({ role: fc.constantFrom(...memberRoles), holds: fc.constant(null) }),
  fc.record({ role: fc.constant('custom' as const), holds: fc.subarray(names) }),
);
// Owners are never narrowed.
const someone = rights.chain(({ role, holds }) =>
  fc.record({
    role: fc.constant(role),
    holds: fc.constant(holds),
    services: role === 'owner' ? fc.constant(null) : fc.constantFrom(null, []),
    amount: role === 'owner' ? fc.constant(null) : fc.option(fc.nat()),
  }),
);

test('what somebody may give never holds what they do not hold', () => {
  fc.assert(
    fc.property(someone, someone, (own, other) => {
      const giver = { ...own, limit: own.amount === null ? null : { amount: own.amount, currency: 'IDR' } };
      const given = { ...other, limit: other.amount === null ? null : BigInt(other.amount) };
      if (mayDecideOn(giver, given, permissions) !== true) return;
      for (const one of permissions) if (mayAsMember(one, given)) expect(mayAsMember(one, giver)).toBe(true);
      if (giver.limit && mayAsMember(permissions[3]!, given))
        expect(given.limit! <= BigInt(own.amount!)).toBe(true);
    }),
  );
});

test('nobody but an owner decides on an owner', () => {
  const all: MembersRights = { role: 'custom', holds: names, services: null };
  const owner = { role: 'owner', holds: null, services: null, limit: null } as const;
  expect(mayDecideOn({ ...all, limit: null }, owner, permissions)).toEqual({ no: 'owner_only' });
  expect(mayDecideOn(owner, owner, permissions)).toBe(true);
});

test('for chosen services a role keeps only what is not about the organization as a whole', () => {
  const narrowed: MembersRights = { role: 'owner', holds: null, services: [] };
  expect(permissions.filter((one) => mayAsMember(one, narrowed)).map(({ name }) => name)).toEqual(
    names.slice(0, 2),
  );
});

import { z } from 'zod';
import { ability, id, idOut, instant, line } from '../../kernel/http/shapes.ts';
import { problem } from '../../kernel/values/errors.ts';
import { organizationParams } from './contract.ts';
import { isNetwork } from './domain/networks.ts';

export const keyShape = z
  .object({
    id: idOut,
    name: z.string(),
    /** The beginning of the token. */
    prefix: z.string(),
    /** Who a personal key acts for; null: the organization. */
    person: z.object({ id: idOut, name: z.string() }).nullable(),
    permissions: z.array(z.string()),
    networks: z.array(z.string()),
    /** Null when its maker has left. */
    createdBy: z.string().nullable(),
    createdAt: instant,
    expiresAt: instant,
    expired: z.boolean(),
    /** The token before the last rotation is good until then. */
    previousUntil: instant.nullable(),
    /** Accurate to a minute. */
    lastUsedAt: instant.nullable(),
    lastUsedFrom: z.string().nullable(),
    can: z.object({ rotate: ability, revoke: ability }),
  })
  .meta({ id: 'ApiKey' });
export type KeyItem = z.output<typeof keyShape>;
export const keyList = z.object({
  items: z.array(keyShape),
  /** What a key can be given: whether it only reads, opens something to personal keys only, and whether the asking one may give it. */
  permissions: z.array(
    z.object({ name: z.string(), reads: z.boolean(), personal: z.boolean(), mine: z.boolean() }),
  ),
  can: z.object({ makePersonal: ability, makeForOrganization: ability }),
});
export type KeyList = z.output<typeof keyList>;
export const clientKeyList = z.object({ items: z.array(keyShape) });
export type ClientKeyList = z.output<typeof clientKeyList>;
export const keyParams = organizationParams.extend({ apiKey: id('key') });
/** Days until a key expires. */
const keyDays = z.int().min(1).max(365).default(90);
const network = z
  .string()
  .trim()
  .max(60)
  .refine(isNetwork, { message: 'an address or a range, such as 203.0.113.0/24 or 2001:db8::/32' });
/** `personal`: acts for its maker, not for the organization. `networks`: from which it may be used; none: from everywhere. */
export const keyBody = z.object({
  name: line(60),
  personal: z.boolean().default(false),
  permissions: z.array(z.string().max(100)).min(1).max(200),
  days: keyDays,
  networks: z.array(network).max(50).default([]),
});
/** `grace`: hours for which the old token stays good. */
export const rotateBody = z.object({ days: keyDays, grace: z.int().min(0).max(168).default(24) });
export const keyMadeShape = z.object({ token: z.string() }).meta({ id: 'NewApiKey' });
export type KeyMade = z.output<typeof keyMadeShape>;
export const keyNameTaken = problem('key_name_taken', 409, 'There is a key of this name already.');
export const tooManyKeys = problem('too_many_keys', 409, 'There are 50 keys already. Revoke one first.');
export const tooManyOwnKeys = problem(
  'too_many_own_keys',
  409,
  'You have 10 keys of your own here already. Revoke one first.',
);
export const ownMembershipOnly = problem(
  'own_membership_only',
  409,
  'Only members of the organization itself have keys of their own in it.',
);

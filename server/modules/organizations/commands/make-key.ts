import { randomBytes } from 'node:crypto';
import type { Membership } from '../../../kernel/auth/actor.ts';
import { mayAsMember } from '../../../kernel/auth/actor.ts';
import { hashToken } from '../../../kernel/crypto.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { beyondYou, unknownPermission } from '../contract.ts';
import type { KeyPermission } from '../domain/key-permissions.ts';
import { keyToken, prefixOf } from '../domain/key-token.ts';
import { keyMade } from '../events.ts';
import { keyNameTaken, ownMembershipOnly, tooManyKeys, tooManyOwnKeys } from '../key-contract.ts';
import { keyMadeMessage } from '../key-messages.ts';
import { manageKeys } from '../permissions.ts';
import { tellOfKey } from '../tell-of-key.ts';

const most = 50;
const mostOfOne = 10;

/** Who makes or exchanges a key, and what keys can be given. */
export interface KeyMaker {
  by: Membership;
  person: { id: Id<'person'>; name: string };
  offered: readonly KeyPermission[];
}

interface Wanted {
  name: string;
  /** Acts for its maker, not for the organization. */
  personal: boolean;
  permissions: readonly string[];
  /** Days until it expires. */
  days: number;
  networks: readonly string[];
}

/**
 * Makes a key and answers its token, which nobody can read again. Tells its person, or those who manage keys.
 * Errors: `unknown_permission`, `beyond_you`, `own_membership_only`, `key_name_taken`, `too_many_keys`, `too_many_own_keys`.
 */
export async function makeKey(tx: Tx, maker: KeyMaker, wanted: Wanted): Promise<string> {
  const { by, person, offered } = maker;
  const permissions = [...new Set(wanted.permissions)].toSorted();
  const opened = offered.filter((one) => wanted.personal || !one.personal);
  if (permissions.some((name) => opened.every((one) => one.permission.name !== name)))
    throw new Problem(unknownPermission);
  requireMayGive(maker, permissions, wanted.personal);
  if (wanted.personal && by.via !== null) throw new Problem(ownMembershipOnly);
  const holder = wanted.personal ? person.id : null;
  await requireRoom(tx, by.id, holder, wanted.name);
  const id = tx.newId<'key'>();
  const token = keyToken(randomBytes(32));
  const expiresAt = daysFrom(tx.now, wanted.days);
  await tx.db
    .insertInto('organizations.api_keys')
    .values({
      organization_id: by.id,
      id,
      person_id: holder,
      name: wanted.name,
      token_hash: hashToken(token),
      prefix: prefixOf(token),
      permissions,
      networks: [...new Set(wanted.networks)],
      created_by: person.id,
      created_at: tx.now,
      expires_at: expiresAt,
    })
    .execute();
  tx.emit(keyMade, {
    organizationId: by.id,
    subject: { kind: 'key', id },
    data: {
      personId: holder,
      permissions,
      expiresAt: expiresAt.toISOString(),
      bound: wanted.networks.length > 0,
    },
  });
  const key = { name: wanted.name, holder, expiresAt };
  await tellOfKey(tx, by.id, key, (reader, data) =>
    tx.tell(keyMadeMessage, { ...reader, occurrence: id, data: { ...data, by: person.name } }),
  );
  return token;
}

/** Nobody gives a key what they do not hold, and keys of the organization are for those who manage them. Errors: `beyond_you`. */
export function requireMayGive(
  { by, offered }: KeyMaker,
  permissions: readonly string[],
  personal: boolean,
): void {
  const beyond = offered.some(
    ({ permission }) => permissions.includes(permission.name) && !mayAsMember(permission, by),
  );
  if (beyond || (!personal && !mayAsMember(manageKeys, by))) throw new Problem(beyondYou);
}

export const daysFrom = (now: Date, days: number): Date => new Date(now.getTime() + days * 24 * 3_600_000);

async function requireRoom(
  tx: Tx,
  organization: Id<'organization'>,
  holder: Id<'person'> | null,
  name: string,
): Promise<void> {
  const there = await tx.db
    .selectFrom('organizations.api_keys')
    .select('name')
    .where('organization_id', '=', organization)
    .where('person_id', 'is not distinct from', holder)
    .where('revoked_at', 'is', null)
    .execute();
  if (there.length >= (holder ? mostOfOne : most)) throw new Problem(holder ? tooManyOwnKeys : tooManyKeys);
  if (there.some((one) => one.name.toLowerCase() === name.toLowerCase())) throw new Problem(keyNameTaken);
}

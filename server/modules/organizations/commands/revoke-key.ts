import { sql } from 'kysely';
import type { Membership } from '../../../kernel/auth/actor.ts';
import { mayAsMember } from '../../../kernel/auth/actor.ts';
import type { Permission } from '../../../kernel/auth/roles.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { keyRevoked } from '../events.ts';
import { manageKeys } from '../permissions.ts';

/**
 * From the next request on it opens nothing. `by` null: staff. A member takes away their own, and any where they manage keys.
 * Errors: `not_found`, also when it was revoked before.
 */
export async function revokeKey(
  tx: Tx,
  organization: Id<'organization'>,
  key: Id<'key'>,
  by: { membership: Membership; person: Id<'person'> } | null,
): Promise<void> {
  const any = by === null || mayAsMember(manageKeys, by.membership);
  const revoked = await tx.db
    .updateTable('organizations.api_keys')
    .set({ revoked_at: tx.now })
    .where('organization_id', '=', organization)
    .where('id', '=', key)
    .where('revoked_at', 'is', null)
    .$if(!any, (query) => query.where('person_id', '=', by!.person))
    .returning('id')
    .executeTakeFirst();
  if (!revoked) throw new Problem(notFound);
  tellRevoked(tx, organization, key);
}

/** Revokes every key of the organization that holds a permission, as what they are for is over. */
export async function revokeKeysThatMay(
  tx: Tx,
  organization: Id<'organization'>,
  { name }: Permission,
): Promise<void> {
  const revoked = await tx.db
    .updateTable('organizations.api_keys')
    .set({ revoked_at: tx.now })
    .where('organization_id', '=', organization)
    .where('revoked_at', 'is', null)
    .where(sql<boolean>`${name} = any (permissions)`)
    .returning('id')
    .execute();
  for (const { id } of revoked) tellRevoked(tx, organization, id);
}

/** A member who goes takes their own keys along; who comes back makes new ones. */
export async function revokeKeysOf(
  tx: Tx,
  organization: Id<'organization'>,
  person: Id<'person'>,
): Promise<void> {
  const revoked = await tx.db
    .updateTable('organizations.api_keys')
    .set({ revoked_at: tx.now })
    .where('organization_id', '=', organization)
    .where('person_id', '=', person)
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute();
  for (const { id } of revoked) tellRevoked(tx, organization, id);
}

function tellRevoked(tx: Tx, organizationId: Id<'organization'>, id: string): void {
  tx.emit(keyRevoked, { organizationId, subject: { kind: 'key', id }, data: {} });
}

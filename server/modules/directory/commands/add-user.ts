import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { addressOf, readAccount } from '../domain/account.ts';
import type { Resource } from '../domain/matches.ts';
import { userAdded } from '../events.ts';
import { refusals, refusing } from '../scim.ts';
import { join, requireOwnDomain } from './membership.ts';
import { settleRoles } from './settle-roles.ts';
import { columnsOf } from './write-user.ts';

/**
 * Takes a user in, and makes them a member when they are active. Errors: `scim_invalid_value`, `scim_uniqueness` when the directory has
 * sent one of this userName or address before.
 */
export async function addUser(
  tx: Tx,
  organization: Id<'organization'>,
  body: Resource,
): Promise<{ id: Id<'user'>; name: string }> {
  const account = refusing(() => readAccount(body, { active: true }));
  const email = refusing(() => addressOf(account));
  await requireOwnDomain(tx, organization, email);
  const id = tx.newId<'user'>();
  const added = await tx.db
    .insertInto('directory.users')
    .values({
      organization_id: organization,
      id,
      ...columnsOf(account, email),
      created_at: tx.now,
      changed_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added)
    throw new Problem(refusals.uniqueness, {
      detail: 'There is a user with this userName or email address already.',
    });
  const personId = account.active ? await activate(tx, organization, id, account, email) : null;
  tx.emit(userAdded, {
    organizationId: organization,
    subject: { kind: 'organization', id: organization },
    data: { userId: id, personId, active: account.active },
  });
  return { id, name: account.userName };
}

/** Makes the person of a user a member in the role that the groups say. Errors: `scim_uniqueness`. */
export async function activate(
  tx: Tx,
  organization: Id<'organization'>,
  user: Id<'user'>,
  account: Parameters<typeof join>[2],
  email: string,
): Promise<Id<'person'>> {
  const { person, wasMember } = await join(tx, organization, account, email);
  const taken = await tx.db
    .selectFrom('directory.users')
    .select('id')
    .where('organization_id', '=', organization)
    .where('person_id', '=', person)
    .where('id', '<>', user)
    .executeTakeFirst();
  if (taken)
    throw new Problem(refusals.uniqueness, { detail: 'Another user stands for the same person already.' });
  await tx.db
    .updateTable('directory.users')
    .set({ person_id: person, was_member: wasMember })
    .where('organization_id', '=', organization)
    .where('id', '=', user)
    .execute();
  await settleRoles(tx, organization, [user]);
  return person;
}

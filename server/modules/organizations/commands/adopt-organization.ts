import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { addMember } from './add-member.ts';
import { moveOrganization } from './place-in-tree.ts';

/**
 * A guest's organization becomes a client's like any other: with this person as its owner, or below another organization, whose people
 * act in it from then on. What it owes stays its own. Errors: `already_member`, `not_found`.
 */
export async function adoptOrganization(
  tx: Tx,
  organization: Id<'organization'>,
  by: { owner: Id<'person'> } | { parent: Id<'organization'> },
): Promise<{ slug: string; name: string }> {
  const adopted = await tx.db
    .updateTable('organizations.organizations')
    .set((eb) => ({ kind: 'client', version: eb('version', '+', 1) }))
    .where('id', '=', organization)
    .returning(['slug', 'name'])
    .executeTakeFirstOrThrow();
  if ('owner' in by) await addMember(tx, { organization, person: by.owner, role: 'owner' });
  else await moveOrganization(tx, organization, by.parent);
  return adopted;
}

/** A guest says who buys this time. Documents that were written before keep what they say. */
export async function nameGuest(
  tx: Tx,
  organization: Id<'organization'>,
  { name, country }: { name: string; country: string },
): Promise<void> {
  await tx.db
    .updateTable('organizations.organizations')
    .set((eb) => ({ name, country, version: eb('version', '+', 1) }))
    .where('id', '=', organization)
    .where('kind', '=', 'guest')
    .execute();
}

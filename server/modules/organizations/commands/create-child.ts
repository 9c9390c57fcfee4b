import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { findOrganization } from '../queries.ts';
import { createOrganization } from './create-organization.ts';

/**
 * Creates an organization below another. It has no members of its own: those of the parent act in it. Needs a transaction that sees
 * everything. Errors: `not_found`.
 */
export async function createChild(
  tx: Tx,
  parent: Id<'organization'>,
  input: { name: string; country: string; currency: string },
): Promise<{ id: Id<'organization'>; slug: string }> {
  const { billingEmail, locale, timeZone } = await findOrganization(tx.db, parent);
  return createOrganization(tx, { ...input, billingEmail, locale, timeZone, parent, owner: null });
}

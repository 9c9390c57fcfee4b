import type { Membership } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { circle, closedToOthers, needsOwner, needsParent, spendingLimited } from '../contract.ts';
import { organizationMoved, payerChosen } from '../events.ts';
import { payerWasChosen } from '../messages.ts';
import { changeOrganization, payForChildren } from '../permissions.ts';
import { findMembersWhoMay } from '../whom-to-tell.ts';

type Pays = 'itself' | 'parent';

/**
 * Puts an organization below another, or on its own, and says who pays there. From then on: what was written before keeps the
 * organization it was written for, and an invoice who owes it. Needs a transaction that sees everything. Errors: `not_found`, `circle`,
 * `needs_owner`, `needs_parent`.
 */
export async function moveOrganization(
  tx: Tx,
  organization: Id<'organization'>,
  parent: Id<'organization'> | null,
  pays: Pays = 'itself',
): Promise<void> {
  const { parent_id: from, pays: paid } = await lockOrganization(tx, organization);
  if (pays === 'parent' && parent === null) throw new Problem(needsParent);
  if (from === parent) return;
  if (parent === null) await requireOwner(tx, organization);
  else await lockOrganization(tx, parent);
  await tx.db
    .updateTable('organizations.organizations')
    .set({ parent_id: parent, pays })
    .where('id', '=', organization)
    .execute()
    .catch((error: Error & { code?: string }) => {
      throw error.code === 'CA001' ? new Problem(circle) : error;
    });
  tx.emit(organizationMoved, {
    organizationId: organization,
    subject: { kind: 'organization', id: organization },
    data: { from, to: parent },
  });
  if (paid !== pays) announcePayer(tx, organization, pays);
}

/**
 * Says who owes what is invoiced for an organization from now on; what is open stays with who owes it. Needs a transaction that sees
 * everything. Errors: `not_found`, `needs_parent`.
 */
export async function choosePayer(tx: Tx, organization: Id<'organization'>, pays: Pays): Promise<void> {
  const { parent_id: parent, pays: paid } = await lockOrganization(tx, organization);
  if (pays === 'parent' && parent === null) throw new Problem(needsParent);
  if (paid === pays) return;
  await tx.db
    .updateTable('organizations.organizations')
    .set({ pays })
    .where('id', '=', organization)
    .execute();
  announcePayer(tx, organization, pays);
}

/**
 * The same, said by whoever's money it is: an organization takes on what is invoiced for one right below it, or leaves it to that one
 * again. The people of both who handle money are told. Needs a transaction that sees everything. Errors: `spending_limited`,
 * `closed_to_others`, `not_found`.
 */
export async function payForChild(
  tx: Tx,
  { by, child, pays }: { by: Membership; child: Id<'organization'>; pays: Pays },
): Promise<void> {
  if (by.limit) throw new Problem(spendingLimited);
  const { parent_id: parent, pays: paid, name, slug, closed } = await lockOrganization(tx, child);
  if (parent !== by.id) throw new Problem(notFound);
  // Who pays reads what is invoiced.
  if (closed && by.role !== 'owner') throw new Problem(closedToOthers);
  if (paid === pays) return;
  await choosePayer(tx, child, pays);
  const below = await findMembersWhoMay(tx.db, child, changeOrganization);
  const above = await findMembersWhoMay(tx.db, by.id, payForChildren);
  const occurrence = tx.newId();
  for (const person of new Set([...above, ...below])) {
    const ofParent = above.includes(person);
    tx.tell(payerWasChosen, {
      to: { person },
      organizationId: ofParent ? by.id : child,
      occurrence,
      data: {
        organization: name,
        pays,
        yours: ofParent,
        path: ofParent ? `/o/${by.slug}/group` : `/o/${slug}/organization`,
      },
    });
  }
}

function announcePayer(tx: Tx, organization: Id<'organization'>, pays: Pays): void {
  tx.emit(payerChosen, {
    organizationId: organization,
    subject: { kind: 'organization', id: organization },
    data: { pays },
  });
}

async function lockOrganization(tx: Tx, organization: Id<'organization'>) {
  const row = await tx.db
    .selectFrom('organizations.organizations')
    .select(['parent_id', 'pays', 'name', 'slug', 'closed'])
    .where('id', '=', organization)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Problem(notFound);
  return row;
}

async function requireOwner(tx: Tx, organization: Id<'organization'>): Promise<void> {
  const owner = await tx.db
    .selectFrom('organizations.members')
    .select('person_id')
    .where('organization_id', '=', organization)
    .where('role', '=', 'owner')
    .limit(1)
    .executeTakeFirst();
  if (!owner) throw new Problem(needsOwner);
}

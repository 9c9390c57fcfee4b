import { sql } from 'kysely';
import type { Membership } from '../../../kernel/auth/actor.ts';
import type { Permission } from '../../../kernel/auth/roles.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { dateIn } from '../../../kernel/values/dates.ts';
import { Problem, changedMeanwhile, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { datePast, lastOwner, managedByDirectory, ownersHaveAll } from '../contract.ts';
import type { Narrowing, Role } from '../domain/standing.ts';
import { memberNarrowed, memberRemoved, memberReviewed, memberRoleChanged } from '../events.ts';
import { findOrganization } from '../queries.ts';
import { findRole, roleKey } from '../roles.ts';
import { requireMay } from './require-may.ts';
import { revokeKeysOf } from './revoke-key.ts';

interface Deciding {
  by: Membership;
  known: readonly Permission[];
  person: Id<'person'>;
}

/** How somebody is a member; `managed`: as their directory says. */
export type Standing = Role & Narrowing & { version: number; managed: boolean };

/** What is to be different; what is not named stays. */
export type MemberChange = Partial<Narrowing> & { role?: string | undefined };

/** Errors: `not_found`, `changed_meanwhile`, `last_owner`, `managed_by_directory`, `unknown_role`, `owner_only`, `beyond_you`, `owners_have_all`, `date_past`. */
export async function changeMember(
  tx: Tx,
  { by, known, person, version }: Deciding & { version: number },
  change: MemberChange,
): Promise<void> {
  const before = await lockMember(tx, by.id, person);
  if (before.version !== version) throw new Problem(changedMeanwhile);
  requireMay(by, before, known);
  if (before.managed) throw new Problem(managedByDirectory);
  const role = change.role === undefined ? before : await findRole(tx.db, by.id, change.role);
  const becomesOwner = role.role === 'owner' && before.role !== 'owner';
  const kept: Narrowing = becomesOwner ? { services: null, limit: null, until: null } : before;
  const after = { ...role, ...narrowingOf(change, kept) };
  await requireSound(tx, by.id, after);
  requireMay(by, after, known);
  if (before.role === 'owner' && role.role !== 'owner') await keepAnOwner(tx, by.id, person);
  await tx.db
    .updateTable('organizations.members')
    .set({
      role: after.role,
      role_id: after.roleId,
      services: after.services as string[] | null,
      spending_limit: after.limit,
      until: after.until,
      version: version + 1,
    })
    .where('organization_id', '=', by.id)
    .where('person_id', '=', person)
    .execute();
  const about = { organizationId: by.id, subject: { kind: 'organization', id: by.id } };
  if (roleKey(before) !== roleKey(after)) {
    tx.emit(memberRoleChanged, {
      ...about,
      data: { personId: person, from: roleKey(before), to: roleKey(after) },
    });
  }
  if (JSON.stringify(written(before)) !== JSON.stringify(written(after))) {
    tx.emit(memberNarrowed, { ...about, data: { personId: person, ...written(after) } });
  }
}

function narrowingOf(change: MemberChange, kept: Narrowing): Narrowing {
  return {
    services: change.services === undefined ? kept.services : change.services,
    limit: change.limit === undefined ? kept.limit : change.limit,
    until: change.until === undefined ? kept.until : change.until,
  };
}

const written = ({ services, limit, until }: Narrowing) => ({
  services: services && [...services],
  limit: limit === null ? null : Number(limit),
  until,
});

/** Errors: `owners_have_all`, `date_past`. */
export async function requireSound(
  tx: Tx,
  organization: Id<'organization'>,
  { role, services, limit, until }: Narrowing & Pick<Role, 'role'>,
): Promise<void> {
  if (role === 'owner' && (services ?? limit ?? until) !== null) throw new Problem(ownersHaveAll);
  if (until === null) return;
  const { timeZone } = await findOrganization(tx.db, organization);
  if (until < dateIn(timeZone, tx.now)) throw new Problem(datePast);
}

/** Ends a membership; it holds from the next request on. Errors: `not_found`, `last_owner`, `managed_by_directory`, `owner_only`, `beyond_you`. */
export async function removeMember(tx: Tx, { by, known, person }: Deciding): Promise<void> {
  const before = await lockMember(tx, by.id, person);
  requireMay(by, before, known);
  if (before.managed) throw new Problem(managedByDirectory);
  await endMembership(tx, by.id, person, before.role);
}

/** Takes a member out whose row the transaction holds. Errors: `last_owner`. */
export async function endMembership(
  tx: Tx,
  organization: Id<'organization'>,
  person: Id<'person'>,
  role: Role['role'],
): Promise<void> {
  if (role === 'owner') await keepAnOwner(tx, organization, person);
  await tx.db
    .deleteFrom('organizations.members')
    .where('organization_id', '=', organization)
    .where('person_id', '=', person)
    .execute();
  await revokeKeysOf(tx, organization, person);
  // Nobody comes in later on the word of somebody who has left.
  await tx.db
    .updateTable('organizations.invitations')
    .set({ revoked_at: tx.now })
    .where('organization_id', '=', organization)
    .where('invited_by', '=', person)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
  tx.emit(memberRemoved, {
    organizationId: organization,
    subject: { kind: 'organization', id: organization },
    data: { personId: person },
  });
}

/** Notes that somebody looked at this membership and found it still right. Errors: `not_found`. */
export async function reviewMember(
  tx: Tx,
  organization: Id<'organization'>,
  person: Id<'person'>,
  by: Id<'person'>,
): Promise<void> {
  const reviewed = await tx.db
    .updateTable('organizations.members')
    .set({ reviewed_at: tx.now, reviewed_by: by })
    .where('organization_id', '=', organization)
    .where('person_id', '=', person)
    .executeTakeFirst();
  if (reviewed.numUpdatedRows === 0n) throw new Problem(notFound);
  tx.emit(memberReviewed, {
    organizationId: organization,
    subject: { kind: 'organization', id: organization },
    data: { personId: person },
  });
}

/** A member's standing, whose row this transaction holds. Errors: `not_found`. */
export async function lockMember(
  tx: Tx,
  organization: Id<'organization'>,
  person: Id<'person'>,
): Promise<Standing> {
  const { rows } = await sql<Standing>`
    select m.role, m.role_id as "roleId", r.name, r.permissions as holds, m.services, m.spending_limit as "limit", m.until, m.version, m.managed
    from organizations.members m
    left join organizations.roles r on r.organization_id = m.organization_id and r.id = m.role_id
    where m.organization_id = ${organization} and m.person_id = ${person} for update of m`.execute(tx.db);
  if (!rows[0]) throw new Problem(notFound);
  return rows[0];
}

/**
 * Locks the owners' rows, so that two owners who leave at once cannot both go. An organization below another may be without one: it has
 * those above.
 */
export async function keepAnOwner(
  tx: Tx,
  organization: Id<'organization'>,
  leaving: Id<'person'>,
): Promise<void> {
  const owners = await tx.db
    .selectFrom('organizations.members')
    .select('person_id')
    .where('organization_id', '=', organization)
    .where('role', '=', 'owner')
    .orderBy('person_id')
    .forUpdate()
    .execute();
  if (owners.some((owner) => owner.person_id !== leaving)) return;
  const { parent_id } = await tx.db
    .selectFrom('organizations.organizations')
    .select('parent_id')
    .where('id', '=', organization)
    .executeTakeFirstOrThrow();
  if (parent_id === null) throw new Problem(lastOwner);
}

import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Role } from '../domain/standing.ts';
import { memberNarrowed, memberRoleChanged } from '../events.ts';
import { addMember } from './add-member.ts';
import { endMembership, lockMember } from './manage-member.ts';

interface Whom {
  organization: Id<'organization'>;
  person: Id<'person'>;
}

const about = (organization: Id<'organization'>) => ({
  organizationId: organization,
  subject: { kind: 'organization', id: organization },
});

/**
 * Makes somebody a member as the organization's directory says. Who is one already stays it in the same role, without a last day, since
 * the directory says from now on when it ends; true for those.
 */
export async function joinByDirectory(tx: Tx, { organization, person }: Whom, role: Role): Promise<boolean> {
  const there = await tx.db
    .updateTable('organizations.members')
    .set((eb) => ({ managed: true, until: null, version: eb('version', '+', 1) }))
    .where('organization_id', '=', organization)
    .where('person_id', '=', person)
    .returning(['services', 'spending_limit'])
    .executeTakeFirst();
  if (there) {
    const { services, spending_limit } = there;
    const limit = spending_limit === null ? null : Number(spending_limit);
    tx.emit(memberNarrowed, {
      ...about(organization),
      data: { personId: person, services, limit, until: null },
    });
    return true;
  }
  await addMember(tx, { organization, person, role, managed: true });
  return false;
}

/** Ends a membership as the directory says; false when there is none. Errors: `last_owner`. */
export async function leaveByDirectory(tx: Tx, { organization, person }: Whom): Promise<boolean> {
  const there = await tx.db
    .selectFrom('organizations.members')
    .select('person_id')
    .where('organization_id', '=', organization)
    .where('person_id', '=', person)
    .executeTakeFirst();
  if (!there) return false;
  const { role } = await lockMember(tx, organization, person);
  await endMembership(tx, organization, person, role);
  return true;
}

/**
 * Gives members kept by the directory their roles, those that are not theirs already. Owners stay owners: nobody but an owner makes and
 * unmakes those.
 */
export async function giveRoles(
  tx: Tx,
  organization: Id<'organization'>,
  wanted: readonly { person: Id<'person'>; role: string | null; roleId: string | null }[],
): Promise<void> {
  if (wanted.length === 0) return;
  const { rows } = await sql<{ person_id: string; before: string; after: string }>`
    with wanted as (
      select * from unnest(${wanted.map(({ person }) => person)}::uuid[], ${wanted.map(({ role }) => role)}::text[],
        ${wanted.map(({ roleId }) => roleId)}::uuid[]) as w (person_id, role, role_id)
    ), before as (
      select m.person_id, coalesce(m.role_id::text, m.role) as before, coalesce(w.role, 'custom') as role, w.role_id
      from organizations.members m join wanted w on w.person_id = m.person_id
      where m.organization_id = ${organization} and m.managed and m.role <> 'owner'
        and (m.role, m.role_id) is distinct from (coalesce(w.role, 'custom'), w.role_id)
      order by m.person_id for update of m
    )
    update organizations.members m set role = b.role, role_id = b.role_id, version = m.version + 1
    from before b where m.organization_id = ${organization} and m.person_id = b.person_id
    returning m.person_id, b.before, coalesce(m.role_id::text, m.role) as after`.execute(tx.db);
  for (const { person_id: personId, before: from, after: to } of rows)
    tx.emit(memberRoleChanged, { ...about(organization), data: { personId, from, to } });
}

/** Hands the members of a directory that is no more back to the people of the organization. */
export async function releaseMembers(tx: Tx, organization: Id<'organization'>): Promise<void> {
  await tx.db
    .updateTable('organizations.members')
    .set((eb) => ({ managed: false, version: eb('version', '+', 1) }))
    .where('organization_id', '=', organization)
    .where('managed', '=', true)
    .execute();
}

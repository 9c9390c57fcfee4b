import { sql } from 'kysely';
import type { Locale, Membership } from '../../kernel/auth/actor.ts';
import type { MemberRole } from '../../kernel/auth/roles.ts';
import type { Db } from '../../kernel/db/types.ts';
import { Problem, notFound } from '../../kernel/values/errors.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { decodeCursor, pageOf } from '../../kernel/values/page.ts';
import type { Invitation, Member, Organization } from './contract.ts';

export async function findOrganization(db: Db, organization: Id<'organization'>): Promise<Organization> {
  const row = await db
    .selectFrom('organizations.organizations')
    .selectAll()
    .where('id', '=', organization)
    .executeTakeFirst();
  if (!row) throw new Problem(notFound);
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    billingEmail: row.billing_email,
    address: row.address,
    country: row.country,
    taxId: row.tax_id,
    currency: row.currency,
    timeZone: row.time_zone,
    locale: row.locale as Locale,
    createdAt: row.created_at.toISOString(),
    version: row.version,
  };
}

/** The members by name, with what the asking member may do with each. */
export async function listMembers(
  db: Db,
  asking: Membership,
  { after, limit }: { after?: string | undefined; limit: number },
) {
  const from = after === undefined ? null : decodeCursor(after, ['text', 'id']);
  const rows = await db
    .selectFrom('organizations.members as m')
    .innerJoin(memberNames(asking.id).as('p'), 'p.id', 'm.person_id')
    .select(['m.person_id', 'p.name', 'p.email', 'm.role', 'm.since', 'm.version'])
    .select((eb) =>
      eb
        .selectFrom('organizations.members as o')
        .select((count) => count.fn.countAll<bigint>().as('owners'))
        .where('o.organization_id', '=', asking.id)
        .where('o.role', '=', 'owner')
        .as('owners'),
    )
    .where('m.organization_id', '=', asking.id)
    .$if(from !== null, (query) =>
      query.where((eb) => eb(eb.refTuple('p.name', 'm.person_id'), '>', eb.tuple(from![0], from![1]))),
    )
    .orderBy('p.name')
    .orderBy('m.person_id')
    .limit(limit + 1)
    .execute();
  const members = rows.map((row): Member => {
    const can = manageAbility(asking.role, row.role as MemberRole, Number(row.owners));
    return {
      id: row.person_id,
      name: row.name,
      email: row.email,
      role: row.role as MemberRole,
      since: row.since.toISOString(),
      version: row.version,
      can: { changeRole: can, remove: can },
    };
  });
  return pageOf(members, limit, (member) => [member.name, member.id as Id<'person'>]);
}

function manageAbility(asking: MemberRole, role: MemberRole, owners: number): Member['can']['remove'] {
  if (asking !== 'owner') return { no: 'owner_only' };
  return role === 'owner' && owners === 1 ? { no: 'last_owner' } : true;
}

/** Names and addresses of the people of one organization: the portal's role sees other people only through this function. */
function memberNames(organization: Id<'organization'>) {
  return sql<{ id: string; name: string; email: string }>`organizations.member_names(${organization})`;
}

export async function listInvitations(db: Db, organization: Id<'organization'>): Promise<Invitation[]> {
  const rows = await db
    .selectFrom('organizations.invitations as i')
    .leftJoin(memberNames(organization).as('p'), 'p.id', 'i.invited_by')
    .select(['i.id', 'i.email', 'i.role', 'p.name as invited_by', 'i.created_at', 'i.expires_at'])
    .where('i.organization_id', '=', organization)
    .where('i.accepted_at', 'is', null)
    .where('i.revoked_at', 'is', null)
    .orderBy('i.created_at', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    email: row.email,
    role: row.role as MemberRole,
    invitedBy: row.invited_by ?? '',
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  }));
}

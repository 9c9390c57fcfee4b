import { sql } from 'kysely';
import type { Membership } from '../../../kernel/auth/actor.ts';
import { mayAsMember } from '../../../kernel/auth/actor.ts';
import type { Permission } from '../../../kernel/auth/roles.ts';
import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { decodeCursor, pageOf } from '../../../kernel/values/page.ts';
import type { Ability } from '../../../kernel/values/state-machine.ts';
import type { Invitation, Member } from '../contract.ts';
import { mayDecideOn } from '../domain/standing.ts';
import type { Role } from '../domain/standing.ts';
import { manageMembers } from '../permissions.ts';

interface Standing {
  role: Role['role'];
  role_id: string | null;
  role_name: string | null;
  services: Id<'service'>[] | null;
  spending_limit: bigint | null;
  until: string | null;
}

interface AccessRow extends Standing {
  person_id: Id<'person'>;
  name: string;
  email: string;
  holds: string[] | null;
  since: Date;
  last_seen: Date | null;
  invited_by: string | null;
  reviewed_at: Date | null;
  reviewed_by: string | null;
  version: number;
  via: string | null;
  via_name: string | null;
  currency: string;
  owners: number;
  managed: boolean;
  child: boolean;
}

/**
 * Everybody who can get into an organization by name: its members, and those whose membership comes from above. With what the asking
 * member may do with each; the names of organizations above are told to those who come from there too.
 */
export async function listMembers(
  db: Db,
  asking: Membership,
  permissions: readonly Permission[],
  { after, limit }: { after?: string | undefined; limit: number },
) {
  const from = after === undefined ? null : decodeCursor(after, ['text', 'id']);
  const { rows } = await sql<AccessRow>`
    select a.*, coalesce(m.managed, false) as managed, r.permissions as holds, o.currency, o.parent_id is not null as child,
      (select count(*)::integer from organizations.members m where m.organization_id = o.id and m.role = 'owner') as owners
    from organizations.access(${asking.id}) a
    join organizations.organizations o on o.id = ${asking.id}
    left join organizations.roles r on r.organization_id = o.id and r.id = a.role_id
    left join organizations.members m on m.organization_id = o.id and m.person_id = a.person_id and a.via is null
    where ${from ? sql`(a.name, a.person_id) > (${from[0]}, ${from[1]})` : sql`true`}
    order by a.name, a.person_id limit ${limit + 1}`.execute(db);
  const members = rows.map((row): Member => {
    const decide = decideOn(asking, row, permissions);
    const lastOwner = row.role === 'owner' && row.owners === 1 && !row.child;
    const can = decide === true && lastOwner ? ({ no: 'last_owner' } as const) : decide;
    return {
      id: row.person_id,
      name: row.name,
      email: row.email,
      ...standingOf(row, row.currency),
      since: row.since.toISOString(),
      lastSeen: row.last_seen?.toISOString() ?? null,
      invitedBy: row.invited_by,
      reviewedAt: row.reviewed_at?.toISOString() ?? null,
      reviewedBy: row.reviewed_by,
      managed: row.managed,
      via: row.via === null ? null : { name: asking.via ? row.via_name : null },
      version: row.version,
      can: {
        changeRole: can,
        remove: can,
        offerOwnership:
          asking.role === 'owner' && !asking.via && !row.via && row.role !== 'owner'
            ? true
            : { no: 'owner_only' },
      },
    };
  });
  return pageOf(members, limit, (member) => [member.name, member.id as Id<'person'>]);
}

function decideOn(asking: Membership, row: AccessRow, permissions: readonly Permission[]): Ability {
  if (row.via !== null) return { no: 'comes_from_above' };
  if (!mayAsMember(manageMembers, asking)) return { no: 'owner_only' };
  const may = mayDecideOn(asking, { ...row, limit: row.spending_limit }, permissions);
  return may === true && row.managed ? { no: 'managed_by_directory' } : may;
}

/** How a standing is answered; its limit in the organization's currency. */
function standingOf(row: Standing, currency: string) {
  return {
    role: row.role,
    roleId: row.role_id,
    roleName: row.role_name,
    services: row.services,
    limit: row.spending_limit === null ? null : { amount: Number(row.spending_limit), currency },
    until: row.until,
  };
}

export async function listInvitations(db: Db, organization: Id<'organization'>): Promise<Invitation[]> {
  const { rows } = await sql<
    Standing & {
      id: string;
      email: string;
      invited_by: string | null;
      created_at: Date;
      expires_at: Date;
      currency: string;
    }
  >`
    select i.id, i.email, i.role, i.role_id, r.name as role_name, i.services, i.spending_limit, i.until, p.name as invited_by,
      i.created_at, i.expires_at, o.currency
    from organizations.invitations i
    join organizations.organizations o on o.id = i.organization_id
    left join organizations.roles r on r.organization_id = i.organization_id and r.id = i.role_id
    left join organizations.member_names(${organization}) p on p.id = i.invited_by
    where i.organization_id = ${organization} and i.accepted_at is null and i.revoked_at is null
    order by i.created_at desc limit 200`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    email: row.email,
    ...standingOf(row, row.currency),
    invitedBy: row.invited_by ?? '',
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  }));
}

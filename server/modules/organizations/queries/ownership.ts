import type { MemberRole } from '../../../kernel/auth/roles.ts';
import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { OwnershipOffer } from '../contract.ts';

/** The open offer of an organization's ownership, if there is one. */
export async function findOwnershipOffer(
  db: Db,
  organization: Id<'organization'>,
  reader: Id<'person'>,
  now: Date,
): Promise<OwnershipOffer | null> {
  const { rows } = await sql<{
    id: string;
    from: string;
    to: string;
    from_person: string;
    to_person: string;
    then_role: MemberRole;
    expires_at: Date;
  }>`
    select o.id, o.from_person, o.to_person, o.then_role, o.expires_at, coalesce(f.name, '') as "from", coalesce(t.name, '') as "to"
    from organizations.ownership_offers o
    left join organizations.member_names(${organization}) f on f.id = o.from_person
    left join organizations.member_names(${organization}) t on t.id = o.to_person
    where o.organization_id = ${organization} and o.closed_at is null and o.expires_at > ${now}`.execute(db);
  const row = rows[0];
  if (!row) return null;
  return {
    id: row.id,
    from: row.from,
    to: row.to,
    fromYou: row.from_person === reader,
    toYou: row.to_person === reader,
    thenRole: row.then_role,
    expiresAt: row.expires_at.toISOString(),
  };
}

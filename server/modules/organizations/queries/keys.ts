import { sql } from 'kysely';
import type { Membership } from '../../../kernel/auth/actor.ts';
import { mayAsMember } from '../../../kernel/auth/actor.ts';
import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { unless } from '../../../kernel/values/state-machine.ts';
import type { KeyItem, KeyList } from '../key-contract.ts';
import type { KeyPermission } from '../domain/key-permissions.ts';
import { manageKeys } from '../permissions.ts';

interface Asking {
  membership: Membership;
  person: Id<'person'>;
}

interface KeyRow {
  id: string;
  name: string;
  prefix: string;
  person_id: Id<'person'> | null;
  person: string | null;
  permissions: string[];
  networks: string[];
  maker: string | null;
  created_at: Date;
  expires_at: Date;
  previous_until: Date | null;
  last_used_at: Date | null;
  last_used_from: string | null;
}

/** One's own keys, and all of the organization where one manages them; with what keys can be given. */
export async function listKeys(
  db: Db,
  asking: Asking,
  offered: readonly KeyPermission[],
  now: Date,
): Promise<KeyList> {
  const { membership, person } = asking;
  const manages = mayAsMember(manageKeys, membership);
  const rows = await readKeys(db, membership.id, manages ? null : person);
  const holds = (names: readonly string[]) =>
    offered.every(
      ({ permission }) => !names.includes(permission.name) || mayAsMember(permission, membership),
    );
  return {
    items: rows.map((row) =>
      keyOf(row, now, {
        rotate: unless({
          not_yours: row.person_id !== null && row.person_id !== person,
          beyond_you: !holds(row.permissions),
        }),
        revoke: true,
      }),
    ),
    permissions: offered.map(({ permission, reads, personal }) => ({
      name: permission.name,
      reads,
      personal,
      mine: mayAsMember(permission, membership),
    })),
    can: {
      makePersonal: unless({ own_membership_only: membership.via !== null }),
      makeForOrganization: unless({ beyond_you: !manages }),
    },
  };
}

/** All keys of a client, for staff: they revoke, and never exchange. */
export async function listClientKeys(
  db: Db,
  organization: Id<'organization'>,
  now: Date,
): Promise<{ items: KeyItem[] }> {
  const rows = await readKeys(db, organization, null);
  return { items: rows.map((row) => keyOf(row, now, { rotate: { no: 'not_yours' }, revoke: true })) };
}

/** Those nobody revoked, newest first, expired ones too; `only`: of this person. */
export async function readKeys(
  db: Db,
  organization: Id<'organization'>,
  only: Id<'person'> | null,
): Promise<KeyRow[]> {
  const { rows } = await sql<KeyRow>`
    select k.id, k.name, k.prefix, k.person_id, holder.name as person, k.permissions, k.networks, maker.name as maker, k.created_at,
      k.expires_at, k.previous_until, k.last_used_at, k.last_used_from
    from organizations.api_keys k
    left join organizations.member_names(${organization}) maker on maker.id = k.created_by
    left join organizations.member_names(${organization}) holder on holder.id = k.person_id
    where k.organization_id = ${organization} and k.revoked_at is null and (${only}::uuid is null or k.person_id = ${only})
    order by k.id desc limit 1000`.execute(db);
  return rows;
}

function keyOf(row: KeyRow, now: Date, can: KeyItem['can']): KeyItem {
  const { previous_until: until } = row;
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    person: row.person_id === null ? null : { id: row.person_id, name: row.person ?? '' },
    permissions: row.permissions,
    networks: row.networks,
    createdBy: row.maker,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    expired: row.expires_at <= now,
    previousUntil: until !== null && until > now ? until.toISOString() : null,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    lastUsedFrom: row.last_used_from,
    can,
  };
}

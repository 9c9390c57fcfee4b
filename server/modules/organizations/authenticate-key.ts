import type pg from 'pg';
import type { ApiKey, Membership, Session, SessionPerson } from '../../kernel/auth/actor.ts';
import { mayAsMember } from '../../kernel/auth/actor.ts';
import type { Permission } from '../../kernel/auth/roles.ts';
import { hashToken } from '../../kernel/crypto.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { longest } from '../identity/index.ts';
import { isKeyToken } from './domain/key-token.ts';
import { isWithin } from './domain/networks.ts';

/** When and from where a key was last used is written at most this often, so that reading does not write. */
const usedEverySeconds = 60;

/**
 * Which key this token is: one indexed query, and none for what cannot be one. Null when it is unknown, revoked or expired, or its person
 * is a member no more. `address`: where the request comes from; `known`: every permission of the product.
 */
export async function authenticateKey(
  pool: pg.Pool,
  { token, address }: { token: string; address: string },
  known: readonly Permission[],
  now: Date,
): Promise<ApiKey | null> {
  if (!isKeyToken(token)) return null;
  const { rows } = await pool.query<KeyRow>(keyStatement, [hashToken(token), now]);
  const row = rows[0];
  if (!row) return null;
  const fromAllowedNetwork = row.networks.length === 0 || isWithin(address, row.networks);
  if (fromAllowedNetwork) noteUse(pool, row, address, now);
  const organization = membershipOf(row, known);
  return {
    id: row.id,
    name: row.name,
    organization,
    actsFor: actsFor(row, organization),
    fromAllowedNetwork,
  };
}

function noteUse(pool: pg.Pool, row: KeyRow, address: string, now: Date): void {
  if (now.getTime() - (row.last_used_at?.getTime() ?? 0) < usedEverySeconds * 1000) return;
  // A hint for the list of keys: not worth waiting or failing for. Of requests at the same time one writes.
  pool.query(useStatement, [row.organization.id, row.id, now, address, row.last_used_at]).catch(() => {});
}

/** What the key may do, as a role: what was chosen for it, and of a personal one what its person may do today, no more. */
function membershipOf({ organization, permissions, own }: KeyRow, known: readonly Permission[]): Membership {
  const allowed = (name: string) =>
    !own || known.some((permission) => permission.name === name && mayAsMember(permission, own));
  const narrowing = { services: own?.services ?? null, limit: own?.limit ?? null };
  return { ...organization, role: 'custom', holds: permissions.filter(allowed), ...narrowing, via: null };
}

function actsFor({ id, person, created_at }: KeyRow, organization: Membership): Session | null {
  if (!person) return null;
  return {
    // Doors that let keys in lead to nothing that asks for the session's own row.
    id: id as string as Id<'session'>,
    person,
    staffRoles: [],
    organizations: [organization],
    signedInAt: created_at,
    lasts: longest,
    methods: [],
    provedLately: false,
    owesSecondStep: false,
    secondStepAskedBy: null,
  };
}

interface KeyRow {
  id: Id<'key'>;
  name: string;
  permissions: string[];
  networks: string[];
  created_at: Date;
  last_used_at: Date | null;
  organization: Pick<Membership, 'id' | 'slug' | 'name' | 'parent'>;
  /** Of a personal key: who it acts for, and their membership. */
  person: SessionPerson | null;
  own: Pick<Membership, 'role' | 'holds' | 'services' | 'limit'> | null;
}

export const keyStatement = `
  select k.id, k.name, k.permissions, k.networks, k.created_at, k.last_used_at,
    json_build_object('id', o.id, 'slug', o.slug, 'name', o.name, 'parent', o.parent_id) as organization,
    case when p.id is not null then json_build_object('id', p.id, 'name', p.name, 'email', p.email, 'locale', p.locale,
      'timeZone', p.time_zone, 'theme', p.theme, 'dateStyle', p.date_style, 'tone', p.tone) end as person,
    case when m.person_id is not null then json_build_object('role', m.role, 'holds', r.permissions, 'services', m.services,
      'limit', case when m.spending_limit is not null
        then json_build_object('amount', m.spending_limit, 'currency', o.currency) end) end as own
  from organizations.api_keys k
  join organizations.organizations o on o.id = k.organization_id
  left join organizations.members m on m.organization_id = k.organization_id and m.person_id = k.person_id
    and (m.until is null or m.until >= ($2::timestamptz at time zone o.time_zone)::date)
  left join organizations.roles r on r.organization_id = m.organization_id and r.id = m.role_id
  left join identity.people p on p.id = m.person_id and p.disabled_at is null
  where (k.token_hash = $1 or k.previous_hash = $1 and k.previous_until > $2)
    and k.revoked_at is null and k.expires_at > $2 and (k.person_id is null or p.id is not null)`;

const useStatement = `
  update organizations.api_keys set last_used_at = $3, last_used_from = $4
  where organization_id = $1 and id = $2 and last_used_at is not distinct from $5`;

import type { Membership, MembersRights } from '../../../kernel/auth/actor.ts';
import { mayAsMember } from '../../../kernel/auth/actor.ts';
import type { MemberRole, Permission } from '../../../kernel/auth/roles.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { unless } from '../../../kernel/values/state-machine.ts';
import type { Ability } from '../../../kernel/values/state-machine.ts';

/** What narrows a role. `limit`: minor units of the organization's currency for one order; `until`: the last day. Null: not at all. */
export interface Narrowing {
  services: readonly Id<'service'>[] | null;
  limit: bigint | null;
  until: CalendarDate | null;
}

export const unnarrowed: Narrowing = { services: null, limit: null, until: null };

/** A role as it is held: a built-in one, or one of the organization's own with the names of its permissions. */
export interface Role {
  role: MemberRole | 'custom';
  roleId: Id<'role'> | null;
  /** For people, where it is the organization's own. */
  name: string | null;
  holds: readonly string[] | null;
}

export const builtIn = (role: MemberRole): Role => ({ role, roleId: null, name: null, holds: null });

/** What every role of an organization's own holds: without it there is no first page to stand on. */
export const basics = [
  'organizations.organization.read',
  'home.dashboard.read',
  'home.search.use',
  'catalog.store.browse',
] as const;

export type Refusal = 'owner_only' | 'beyond_you';

/**
 * Whether a member may give, change or take a standing: only what lies within their own, so that nobody rises by it. An owner has no
 * bounds, and nobody else touches owners.
 */
export function mayDecideOn(
  own: Pick<Membership, 'role' | 'limit'> & MembersRights,
  other: { role: Role['role']; holds: readonly string[] | null } & Pick<Narrowing, 'services' | 'limit'>,
  permissions: readonly Permission[],
): Ability<Refusal> {
  if (own.role === 'owner') return true;
  const spendsMore =
    own.limit !== null && (other.limit === null || other.limit > BigInt(own.limit.amount)) && buys(other);
  return unless({
    owner_only: other.role === 'owner',
    beyond_you: spendsMore || permissions.some((one) => mayAsMember(one, other) && !mayAsMember(one, own)),
  });

  function buys(rights: MembersRights): boolean {
    return permissions.some((one) => one.name === 'orders.place' && mayAsMember(one, rights));
  }
}

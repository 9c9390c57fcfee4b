import type { Id } from '../values/ids.ts';
import type { Locale } from '../values/money.ts';
import type { Method } from './methods.ts';
import type { MemberRole, Permission, StaffRole } from './roles.ts';

export type { Locale };

/** Who somebody signed in is, as every request needs it; read with one indexed query. */
export interface Session {
  id: Id<'session'>;
  person: SessionPerson;
  staffRoles: readonly StaffRole[];
  organizations: readonly Membership[];
  signedInAt: Date;
  /** How long it lasts: without anybody there, and in any case. */
  lasts: { idleMinutes: number; hours: number };
  /** What opened it and what has been shown since. */
  methods: readonly Method[];
  /** Somebody proved a short while ago that it is still them, as sensitive acts ask. */
  provedLately: boolean;
  /** A second step is asked of this person and this session has shown none: it may only set one up. */
  owesSecondStep: boolean;
  /** Who asks a second step of this person, whether or not it was shown. */
  secondStepAskedBy: 'role' | 'organization' | null;
}

/** Why a session is no more: nobody was there for too long, it was open for too long, or somebody ended it. */
export type Over = 'idle' | 'too_long' | 'ended';

/** What a session token stands for. `over` is known of those that were good once. */
export type Found = { session: Session; over: null } | { session: null; over: Over | null };

export interface SessionPerson {
  id: Id<'person'>;
  name: string;
  email: string;
  locale: Locale;
  timeZone: string;
  theme: 'system' | 'light' | 'dark';
  dateStyle: 'auto' | 'iso';
  tone: 'short' | 'personal';
}

export interface Membership {
  id: Id<'organization'>;
  slug: string;
  name: string;
  role: MemberRole | 'custom';
  /** Names of the permissions of a custom role; null for a built-in one. */
  holds: readonly string[] | null;
  /** The services somebody is a member for; null for all. */
  services: readonly Id<'service'>[] | null;
  /** Minor units up to which an order needs nobody's approval; null: it never does. */
  limit: { amount: number; currency: string } | null;
  /** The organization above whose member the person is; null for a member of this one. */
  via: Id<'organization'> | null;
  parent: Id<'organization'> | null;
}

/** An API key, as every request with one needs it. */
export interface ApiKey {
  id: Id<'key'>;
  name: string;
  /** The one organization it opens, with what the key may do there as a role. */
  organization: Membership;
  /** Of a personal key: its person, as a session that proves nothing. Null: the key acts for the organization. */
  actsFor: Session | null;
  /** The request comes from a network that the key allows. */
  fromAllowedNetwork: boolean;
}

/** Who sends a request. */
export type Caller =
  | { kind: 'anonymous' }
  | { kind: 'person'; session: Session }
  | { kind: 'key'; key: ApiKey };

export type Actor = Caller | { kind: 'system'; name: string };

export function mayAsMember(permission: Permission, { role, holds, services }: MembersRights): boolean {
  if (services && permission.whole) return false;
  return role === 'custom' ? (holds?.includes(permission.name) ?? false) : permission.members.includes(role);
}

/** What of a membership decides what its person may do. */
export type MembersRights = Pick<Membership, 'role' | 'holds' | 'services'>;

export function mayAsStaff(permission: Permission, roles: readonly StaffRole[]): boolean {
  return permission.staff.some((role) => roles.includes(role));
}

/** Id of the person acting, or null for nobody signed in, for an API key and for the system itself. */
export function personOf(actor: Actor): Id<'person'> | null {
  return actor.kind === 'person' ? actor.session.person.id : null;
}

/** Id under which a fact names who did it: a person's or an API key's. */
export function actorId(actor: Actor): Id<'person'> | Id<'key'> | null {
  return actor.kind === 'key' ? actor.key.id : personOf(actor);
}

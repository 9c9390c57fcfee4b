import type { Id } from '../values/ids.ts';
import type { Locale } from '../values/money.ts';
import type { MemberRole, Permission, StaffRole } from './roles.ts';

export type { Locale };

/** Who somebody signed in is, as every request needs it; read with one indexed query. */
export interface Session {
  id: Id<'session'>;
  person: SessionPerson;
  staffRoles: readonly StaffRole[];
  organizations: readonly Membership[];
  signedInAt: Date;
}

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
  role: MemberRole;
}

export type Actor =
  | { kind: 'anonymous' }
  | { kind: 'person'; session: Session }
  | { kind: 'system'; name: string };

export function mayAsMember(permission: Permission, role: MemberRole): boolean {
  return permission.members.includes(role);
}

export function mayAsStaff(permission: Permission, roles: readonly StaffRole[]): boolean {
  return permission.staff.some((role) => roles.includes(role));
}

/** Id of the person acting, or null for nobody signed in and for the system itself. */
export function personOf(actor: Actor): Id<'person'> | null {
  return actor.kind === 'person' ? actor.session.person.id : null;
}

import { createStore } from '../store.ts';

export type Locale = 'id' | 'en';
export type ShellName = 'portal' | 'console';
export type Theme = 'system' | 'light' | 'dark';

export interface Person {
  id: string;
  name: string;
  email: string;
  locale: Locale;
  /** IANA name, e.g. Asia/Jakarta. */
  timeZone: string;
  theme: Theme;
  dateStyle: 'auto' | 'iso';
  tone: 'short' | 'personal';
}

export interface Membership {
  id: string;
  slug: string;
  name: string;
  role: string;
  /** The organization above whose member the person is; null for a member of this one. */
  via: string | null;
  /** The one above, where the person belongs to it too. */
  parent: string | null;
  permissions: string[];
}

export interface Session {
  person: Person;
  staff: { roles: string[]; permissions: string[] } | null;
  organizations: Membership[];
  /** Unread notifications. */
  unread?: number;
}

/** Null when nobody is signed in. */
export const session = createStore<Session | null>(null);

/** Why a session ended that this browser had: nobody was there, it was open for long, or somebody ended it. */
export type Over = 'idle' | 'too_long' | 'ended';
export const sessionOver = createStore<Over | null>(null);

export function useSession(): Session | null {
  return session.use();
}

/** The signed-in person, on pages that only a signed-in person reaches. */
export function usePerson(): Person {
  const current = session.use();
  if (!current) throw new Error('usePerson on a page without a session');
  return current.person;
}

/** Replaces what the session says about the person, after they changed it. */
export function updatePerson(change: Partial<Person>): void {
  const current = session.get();
  if (current) session.set({ ...current, person: { ...current.person, ...change } });
}

/** Follows a change of an organization's name in what the session says. */
export function renameOrganization(id: string, name: string): void {
  const current = session.get();
  if (!current) return;
  const organizations = current.organizations.map((one) => (one.id === id ? { ...one, name } : one));
  session.set({ ...current, organizations });
}

import type { Locale, Session } from '../../kernel/auth/actor.ts';
import { mayAsMember, mayAsStaff } from '../../kernel/auth/actor.ts';
import type { Permission, StaffRole } from '../../kernel/auth/roles.ts';
import type { Db } from '../../kernel/db/types.ts';
import { decodeCursor, pageOf } from '../../kernel/values/page.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { SessionShape, StaffMember } from './contract.ts';

/** The session as pages get it: with the names of everything this person may do, here and in each organization. */
export function describeSession(session: Session, permissions: readonly Permission[]): SessionShape {
  const named = (may: (permission: Permission) => boolean) => permissions.filter(may).map(({ name }) => name);
  return {
    person: session.person,
    staff:
      session.staffRoles.length === 0
        ? null
        : {
            roles: [...session.staffRoles],
            permissions: named((permission) => mayAsStaff(permission, session.staffRoles)),
          },
    organizations: session.organizations.map((organization) => ({
      ...organization,
      permissions: named((permission) => mayAsMember(permission, organization.role)),
    })),
  };
}

export async function findProfile(db: Db, person: Id<'person'>) {
  const row = await db
    .selectFrom('identity.people')
    .select(['id', 'name', 'email', 'locale', 'time_zone', 'theme', 'date_style', 'tone', 'version'])
    .where('id', '=', person)
    .executeTakeFirstOrThrow();
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    locale: row.locale as Locale,
    timeZone: row.time_zone,
    theme: row.theme as Session['person']['theme'],
    dateStyle: row.date_style as Session['person']['dateStyle'],
    tone: row.tone as Session['person']['tone'],
    version: row.version,
  };
}

/** The devices a person is signed in on, the latest first. */
export async function listSessions(db: Db, session: Session, now: Date) {
  const rows = await db
    .selectFrom('identity.sessions')
    .select(['id', 'created_at', 'seen_at', 'address', 'user_agent'])
    .where('person_id', '=', session.person.id)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    current: row.id === session.id,
    signedInAt: row.created_at.toISOString(),
    seenAt: row.seen_at.toISOString(),
    address: row.address,
    userAgent: row.user_agent,
  }));
}

/** The staff by name. */
export async function listStaff(db: Db, { after, limit }: { after?: string | undefined; limit: number }) {
  const from = after === undefined ? null : decodeCursor(after, ['text', 'id']);
  const rows = await db
    .selectFrom('identity.staff as s')
    .innerJoin('identity.people as p', 'p.id', 's.person_id')
    .select(['p.id', 'p.name', 'p.email', 's.roles', 's.since', 's.version'])
    .$if(from !== null, (query) =>
      query.where((eb) => eb(eb.refTuple('p.name', 'p.id'), '>', eb.tuple(from![0], from![1]))),
    )
    .orderBy('p.name')
    .orderBy('p.id')
    .limit(limit + 1)
    .execute();
  return pageOf(rows.map(staffMember), limit, (row) => [row.name, row.id as Id<'person'>]);
}

export async function findStaff(db: Db, person: Id<'person'>): Promise<StaffMember> {
  const row = await db
    .selectFrom('identity.staff as s')
    .innerJoin('identity.people as p', 'p.id', 's.person_id')
    .select(['p.id', 'p.name', 'p.email', 's.roles', 's.since', 's.version'])
    .where('s.person_id', '=', person)
    .executeTakeFirstOrThrow();
  return staffMember(row);
}

function staffMember(row: {
  id: string;
  name: string;
  email: string;
  roles: string[];
  since: Date;
  version: number;
}): StaffMember {
  return { ...row, roles: row.roles as StaffRole[], since: row.since.toISOString() };
}

/** How to reach a person: for messages. */
export async function findReaders(db: Db, people: readonly Id<'person'>[]) {
  const rows = await db
    .selectFrom('identity.people')
    .select(['id', 'name', 'email', 'locale', 'time_zone', 'tone', 'disabled_at'])
    .where('id', 'in', people)
    .execute();
  return rows.map((row) => ({
    ...row,
    locale: row.locale as Locale,
    tone: row.tone as 'short' | 'personal',
  }));
}

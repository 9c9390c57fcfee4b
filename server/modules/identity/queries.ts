import type { Selectable } from 'kysely';
import type { Locale, Session } from '../../kernel/auth/actor.ts';
import { mayAsMember, mayAsStaff } from '../../kernel/auth/actor.ts';
import type { Permission, StaffRole } from '../../kernel/auth/roles.ts';
import type { Db, Tables } from '../../kernel/db/types.ts';
import { decodeCursor, pageOf } from '../../kernel/values/page.ts';
import type { Page } from '../../kernel/values/page.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { SessionLife } from './domain/session-life.ts';
import type { SessionShape, SignInLine, StaffMember } from './contract.ts';

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
    organizations: session.organizations.map((organization) => {
      const { id, slug, name, role, via, parent } = organization;
      return {
        id,
        slug,
        name,
        role,
        via,
        parent: session.organizations.some((one) => one.id === parent) ? parent : null,
        permissions: named((permission) => mayAsMember(permission, organization)),
      };
    }),
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

/** The devices a person is signed in on, the latest first. `own` is the session that asks. */
export async function listSessions(
  db: Db,
  person: Id<'person'>,
  { idleMinutes, hours }: SessionLife,
  { now, own }: { now: Date; own: Id<'session'> },
) {
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const rows = await db
    .selectFrom('identity.sessions')
    .select(['id', 'created_at', 'seen_at', 'address', 'country', 'user_agent'])
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .where('seen_at', '>', ago(idleMinutes))
    .where('created_at', '>', ago(hours * 60))
    .orderBy('created_at', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    current: row.id === own,
    signedInAt: row.created_at.toISOString(),
    seenAt: row.seen_at.toISOString(),
    address: row.address,
    country: row.country,
    userAgent: row.user_agent,
  }));
}

/** What is in the log of sign-ins about a person, newest first. */
export async function listSignIns(
  db: Db,
  person: Id<'person'>,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<Page<SignInLine>> {
  const from = after === undefined ? null : decodeCursor(after, ['instant', 'id']);
  const rows = await db
    .selectFrom('identity.sign_ins as s')
    .select(signInColumns)
    .where('s.person_id', '=', person)
    .$if(from !== null, (query) =>
      query.where((eb) => eb(eb.refTuple('s.at', 's.id'), '<', eb.tuple(from![0], from![1]))),
    )
    .orderBy('s.at', 'desc')
    .orderBy('s.id', 'desc')
    .limit(limit + 1)
    .execute();
  const page = pageOf(rows, limit, (row) => [row.at, row.id as Id<'signIn'>]);
  return { ...page, items: page.items.map(signInLine) };
}

export const signInColumns = [
  's.id',
  's.at',
  's.methods',
  's.refused',
  's.unusual',
  's.disowned_at',
  's.address',
  's.country',
  's.user_agent',
] as const;

/** One line of the log as it is told, of a row with those columns. */
export function signInLine(
  row: Omit<Selectable<Tables['identity.sign_ins']>, 'person_id' | 'disown_hash'>,
): SignInLine {
  return {
    id: row.id,
    at: row.at.toISOString(),
    methods: row.methods as SignInLine['methods'],
    refused: row.refused as SignInLine['refused'],
    unusual: row.unusual as SignInLine['unusual'],
    disowned: row.disowned_at !== null,
    address: row.address,
    country: row.country,
    userAgent: row.user_agent,
  };
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
    .where('id', '=', (eb) => eb.fn.any(eb.val(people)))
    .execute();
  return rows.map((row) => ({
    ...row,
    locale: row.locale as Locale,
    tone: row.tone as 'short' | 'personal',
  }));
}

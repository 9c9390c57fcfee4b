import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import { isId } from '../../../kernel/values/ids.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { userSchema } from '../domain/account.ts';
import type { Account, Email } from '../domain/account.ts';
import type { Resource } from '../domain/matches.ts';
import { asksFor, selected } from '../domain/selection.ts';
import type { Selection } from '../domain/selection.ts';
import { whereOf } from '../filter-sql.ts';
import { listOf, rangeOf } from '../list.ts';
import type { Listed, ListQuery } from '../list.ts';
import { refusing } from '../scim.ts';

/** Where the resources of an organization are: the address in front of `/Users`. */
export type At = string;

export interface UserRow {
  id: Id<'user'>;
  person_id: Id<'person'> | null;
  external_id: string | null;
  user_name: string;
  display_name: string | null;
  formatted_name: string | null;
  given_name: string | null;
  family_name: string | null;
  locale: string | null;
  preferred_language: string | null;
  time_zone: string | null;
  emails: Email[];
  email: string;
  active: boolean;
  was_member: boolean;
  created_at: Date;
  changed_at: Date;
  version: number;
  groups?: { value: string; display: string }[] | null;
}

const columns = sql.raw(
  `u.id, u.person_id, u.external_id, u.user_name, u.display_name, u.formatted_name, u.given_name, u.family_name, u.locale,
   u.preferred_language, u.time_zone, u.emails, u.email, u.active, u.was_member, u.created_at, u.changed_at, u.version`,
);
const groupsOfUser = sql.raw(
  `(select json_agg(json_build_object('value', g.id, 'display', g.name) order by g.position, g.id)
    from directory.group_members m join directory.groups g on g.organization_id = m.organization_id and g.id = m.group_id
    where m.organization_id = u.organization_id and m.user_id = u.id) as groups`,
);

/** Errors: `not_found`, also for what is no id. */
export async function findUser(
  db: Db,
  organization: Id<'organization'>,
  user: string,
  { at, selection }: { at: At; selection: Selection },
): Promise<Resource> {
  if (!isId(user)) throw new Problem(notFound);
  const [row] = await read(db, organization, sql`u.id = ${user}`, selection);
  if (!row) throw new Problem(notFound);
  return selected(resourceOf(row, at), selection);
}

/** The users that fit a filter, by the time they came. Errors: `scim_invalid_filter`. */
export async function listUsers(
  db: Db,
  organization: Id<'organization'>,
  query: ListQuery,
  { at, selection }: { at: At; selection: Selection },
): Promise<Listed> {
  const where = refusing(() => whereOf('user', query.filter));
  const range = rangeOf(query);
  const { rows: counted } = await sql<{ n: number }>`
    select count(*)::integer as n from directory.users u where u.organization_id = ${organization} and ${where}`.execute(
    db,
  );
  const rows = range.count === 0 ? [] : await read(db, organization, where, selection, range);
  const found = rows.map((row) => selected(resourceOf(row, at), selection));
  return listOf(found, counted[0]!.n, range);
}

async function read(
  db: Db,
  organization: Id<'organization'>,
  where: RawBuilder<boolean> | RawBuilder<unknown>,
  selection: Selection,
  { start, count }: { start: number; count: number } = { start: 1, count: 1 },
): Promise<UserRow[]> {
  const groups = asksFor(selection, 'groups') ? sql`, ${groupsOfUser}` : sql``;
  const { rows } = await sql<UserRow>`
    select ${columns} ${groups} from directory.users u where u.organization_id = ${organization} and ${where}
    order by u.id limit ${count} offset ${start - 1}`.execute(db);
  return rows;
}

/** A user whose row this transaction holds. Errors: `not_found`. */
export async function lockUser(db: Db, organization: Id<'organization'>, user: string): Promise<UserRow> {
  if (!isId(user)) throw new Problem(notFound);
  const { rows } = await sql<UserRow>`
    select ${columns} from directory.users u where u.organization_id = ${organization} and u.id = ${user} for update`.execute(
    db,
  );
  if (!rows[0]) throw new Problem(notFound);
  return rows[0];
}

export const accountOf = (row: UserRow): Account => ({
  userName: row.user_name,
  externalId: row.external_id,
  displayName: row.display_name,
  formatted: row.formatted_name,
  givenName: row.given_name,
  familyName: row.family_name,
  locale: row.locale,
  preferredLanguage: row.preferred_language,
  timeZone: row.time_zone,
  // jsonb keeps keys in an order of its own
  emails: row.emails.map(({ value, type, primary }) => ({ value, type, primary })),
  active: row.active,
});

/** A user as SCIM tells it; what there is not is left out. */
export function resourceOf(row: UserRow, at: At): Resource {
  const name = present({
    formatted: row.formatted_name,
    givenName: row.given_name,
    familyName: row.family_name,
  });
  return present({
    schemas: [userSchema],
    id: row.id,
    externalId: row.external_id,
    userName: row.user_name,
    name: Object.keys(name).length > 0 ? name : null,
    displayName: row.display_name,
    preferredLanguage: row.preferred_language,
    locale: row.locale,
    timezone: row.time_zone,
    emails: row.emails.length > 0 ? row.emails.map((one) => present({ ...one })) : null,
    active: row.active,
    groups: row.groups?.map((one) => ({ ...one, $ref: `${at}/Groups/${one.value}` })) ?? null,
    meta: {
      resourceType: 'User',
      created: row.created_at.toISOString(),
      lastModified: row.changed_at.toISOString(),
      location: `${at}/Users/${row.id}`,
      version: `W/"${row.version}"`,
    },
  });
}

export function present(of: Record<string, unknown>): Resource {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value !== null && value !== undefined));
}

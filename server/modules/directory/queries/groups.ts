import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import { isId } from '../../../kernel/values/ids.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { groupSchema } from '../domain/account.ts';
import type { Resource } from '../domain/matches.ts';
import { asksFor, selected } from '../domain/selection.ts';
import type { Selection } from '../domain/selection.ts';
import { whereOf } from '../filter-sql.ts';
import { listOf, rangeOf } from '../list.ts';
import type { Listed, ListQuery } from '../list.ts';
import { refusing } from '../scim.ts';
import { present } from './users.ts';
import type { At } from './users.ts';

export interface GroupRow {
  id: Id<'group'>;
  external_id: string | null;
  name: string;
  role: string | null;
  role_id: string | null;
  created_at: Date;
  changed_at: Date;
  version: number;
  members?: { value: string; display: string }[] | null;
}

const columns = sql.raw(
  'g.id, g.external_id, g.name, g.role, g.role_id, g.created_at, g.changed_at, g.version',
);
const membersOfGroup = sql.raw(
  `(select json_agg(json_build_object('value', u.id, 'display', coalesce(u.display_name, u.user_name)) order by u.id)
    from directory.group_members m join directory.users u on u.organization_id = m.organization_id and u.id = m.user_id
    where m.organization_id = g.organization_id and m.group_id = g.id) as members`,
);

/** Errors: `not_found`, also for what is no id. */
export async function findGroup(
  db: Db,
  organization: Id<'organization'>,
  group: string,
  { at, selection }: { at: At; selection: Selection },
): Promise<Resource> {
  if (!isId(group)) throw new Problem(notFound);
  const [row] = await read(db, organization, sql`g.id = ${group}`, selection);
  if (!row) throw new Problem(notFound);
  return selected(groupResource(row, at), selection);
}

/** The groups that fit a filter, by the time they came. Errors: `scim_invalid_filter`. */
export async function listGroups(
  db: Db,
  organization: Id<'organization'>,
  query: ListQuery,
  { at, selection }: { at: At; selection: Selection },
): Promise<Listed> {
  const where = refusing(() => whereOf('group', query.filter));
  const range = rangeOf(query);
  const { rows: counted } = await sql<{ n: number }>`
    select count(*)::integer as n from directory.groups g where g.organization_id = ${organization} and ${where}`.execute(
    db,
  );
  const rows = range.count === 0 ? [] : await read(db, organization, where, selection, range);
  const found = rows.map((row) => selected(groupResource(row, at), selection));
  return listOf(found, counted[0]!.n, range);
}

async function read(
  db: Db,
  organization: Id<'organization'>,
  where: RawBuilder<unknown>,
  selection: Selection,
  { start, count }: { start: number; count: number } = { start: 1, count: 1 },
): Promise<GroupRow[]> {
  const members = asksFor(selection, 'members') ? sql`, ${membersOfGroup}` : sql``;
  const { rows } = await sql<GroupRow>`
    select ${columns} ${members} from directory.groups g where g.organization_id = ${organization} and ${where}
    order by g.id limit ${count} offset ${start - 1}`.execute(db);
  return rows;
}

/** A group whose row this transaction holds. Errors: `not_found`. */
export async function lockGroup(db: Db, organization: Id<'organization'>, group: string): Promise<GroupRow> {
  if (!isId(group)) throw new Problem(notFound);
  const { rows } = await sql<GroupRow>`
    select ${columns} from directory.groups g where g.organization_id = ${organization} and g.id = ${group} for update`.execute(
    db,
  );
  if (!rows[0]) throw new Problem(notFound);
  return rows[0];
}

function groupResource(row: GroupRow, at: At): Resource {
  return present({
    schemas: [groupSchema],
    id: row.id,
    externalId: row.external_id,
    displayName: row.name,
    members: row.members?.map((one) => ({ ...one, $ref: `${at}/Users/${one.value}`, type: 'User' })) ?? null,
    meta: {
      resourceType: 'Group',
      created: row.created_at.toISOString(),
      lastModified: row.changed_at.toISOString(),
      location: `${at}/Groups/${row.id}`,
      version: `W/"${row.version}"`,
    },
  });
}

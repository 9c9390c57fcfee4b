import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { isExtension, isNotKept } from './domain/account.ts';
import { NoFilter, parseFilter } from './domain/filter.ts';
import type { AttributePath, Filter, FilterValue, Operator } from './domain/filter.ts';
import { truth } from './domain/matches.ts';
import { Refused } from './domain/refused.ts';

type Sql = RawBuilder<boolean>;

/** Where an attribute stands in the database, and how its values compare. `many`: in rows or elements of their own. */
type Place =
  | { kind: 'text' | 'exact' | 'boolean' | 'instant'; column: RawBuilder<unknown> }
  | { kind: 'many'; exists: (inner: Sql) => Sql; within: Places };
type Places = ReadonlyMap<string, Place>;

const at = (kind: 'text' | 'exact' | 'boolean' | 'instant', column: string): Place => ({
  kind,
  column: sql.raw(column),
});
const places = (of: Record<string, Place>): Places =>
  new Map(Object.entries(of).map(([name, place]) => [name.toLowerCase(), place]));

const meta = (table: 'u' | 'g', type: string) => ({
  'meta.created': at('instant', `${table}.created_at`),
  'meta.lastModified': at('instant', `${table}.changed_at`),
  'meta.resourceType': at('exact', `'${type}'`),
});

const userPlaces = places({
  id: at('exact', 'u.id::text'),
  externalId: at('exact', 'u.external_id'),
  userName: at('text', 'u.user_name'),
  displayName: at('text', 'u.display_name'),
  'name.formatted': at('text', 'u.formatted_name'),
  'name.givenName': at('text', 'u.given_name'),
  'name.familyName': at('text', 'u.family_name'),
  locale: at('text', 'u.locale'),
  preferredLanguage: at('text', 'u.preferred_language'),
  timezone: at('text', 'u.time_zone'),
  active: at('boolean', 'u.active'),
  emails: {
    kind: 'many',
    exists: (inner) => sql`exists (select from jsonb_array_elements(u.emails) e where ${inner})`,
    within: places({
      value: at('text', `e ->> 'value'`),
      type: at('text', `e ->> 'type'`),
      primary: at('boolean', `(e ->> 'primary')::boolean`),
    }),
  },
  groups: {
    kind: 'many',
    exists: (inner) =>
      sql`exists (select from directory.group_members m
        where m.organization_id = u.organization_id and m.user_id = u.id and ${inner})`,
    within: places({ value: at('exact', 'm.group_id::text') }),
  },
  ...meta('u', 'User'),
});

const groupPlaces = places({
  id: at('exact', 'g.id::text'),
  externalId: at('exact', 'g.external_id'),
  displayName: at('text', 'g.name'),
  members: {
    kind: 'many',
    exists: (inner) =>
      sql`exists (select from directory.group_members m
        where m.organization_id = g.organization_id and m.group_id = g.id and ${inner})`,
    within: places({ value: at('exact', 'm.user_id::text') }),
  },
  ...meta('g', 'Group'),
});

/** A condition on `directory.users u` or `directory.groups g`. Errors: `Refused` with `invalidFilter`. */
export function whereOf(of: 'user' | 'group', filter: string | undefined): Sql {
  if (filter === undefined || filter.trim() === '') return sql`true`;
  try {
    return conditionOf(parseFilter(filter), of === 'user' ? userPlaces : groupPlaces);
  } catch (error) {
    if (error instanceof NoFilter)
      throw new Refused('invalidFilter', `The filter is none: ${error.message}.`);
    throw error;
  }
}

/** Always true or false, never null, so that `not` turns it around. */
function conditionOf(filter: Filter, known: Places): Sql {
  switch (filter.kind) {
    case 'and':
      return sql`(${conditionOf(filter.left, known)} and ${conditionOf(filter.right, known)})`;
    case 'or':
      return sql`(${conditionOf(filter.left, known)} or ${conditionOf(filter.right, known)})`;
    case 'not':
      return sql`(not ${conditionOf(filter.of, known)})`;
    case 'some': {
      const place = placeOf(filter.path, known);
      if (place === null) return sql`false`;
      if (place.kind !== 'many') throw new Refused('invalidFilter', 'A filter in brackets is about a list.');
      return place.exists(conditionOf(filter.of, place.within));
    }
    case 'present':
      return comparison(filter.path, known, (place) => isPresent(place));
    case 'compare': {
      const { operator, value, path } = filter;
      // What there is none of, or another than that: said by what there is.
      if (operator === 'ne') return sql`(not ${conditionOf({ ...filter, operator: 'eq' }, known)})`;
      if (value === null || value === '')
        return operator === 'eq'
          ? sql`(not ${comparison(path, known, (place) => isPresent(place))})`
          : sql`false`;
      return comparison(path, known, (place) => compares(place, operator, value));
    }
  }
}

type Single = Exclude<Place, { kind: 'many' }>;

function comparison(path: AttributePath, known: Places, test: (place: Single) => Sql): Sql {
  const place = placeOf(path, known);
  if (place === null) return sql`false`;
  if (place.kind !== 'many') return test(place);
  const part = placeOf({ schema: null, name: path.sub ?? 'value', sub: null }, place.within);
  return part === null || part.kind === 'many' ? sql`false` : place.exists(test(part));
}

/** Null for what the standard knows and is not kept here, which nobody has. Errors: `Refused` with `invalidFilter`. */
function placeOf({ schema, name, sub }: AttributePath, known: Places): Place | null {
  if (isExtension(schema)) return null;
  const whole = known.get((sub === null ? name : `${name}.${sub}`).toLowerCase());
  if (whole) return whole;
  const list = known.get(name.toLowerCase());
  if (list?.kind === 'many') return list;
  if (isNotKept(name) || unkept.has(name.toLowerCase()) || (sub !== null && name.toLowerCase() === 'name'))
    return null;
  throw new Refused('invalidFilter', 'The filter asks for an attribute that there is not.');
}
/** Parts that others have. */
const unkept = new Set(['display', 'type', '$ref', 'schemas', 'name', 'meta']);

const isPresent = ({ kind, column }: Single): Sql =>
  kind === 'text' || kind === 'exact' ? sql`coalesce(${column} <> '', false)` : sql`(${column} is not null)`;

const signs = { eq: '=', gt: '>', ge: '>=', lt: '<', le: '<=' } as const;

function compares(
  { kind, column }: Single,
  operator: Exclude<Operator, 'ne'>,
  value: Exclude<FilterValue, null>,
): Sql {
  if (kind === 'boolean') {
    const wanted = truth(value);
    if (operator !== 'eq') throw new Refused('invalidFilter', 'What is true or false is compared with eq.');
    return wanted === null ? sql`false` : sql`coalesce(${column} = ${wanted}, false)`;
  }
  if (typeof value !== 'string') return sql`false`;
  if (kind === 'instant') return comparesInstant(column, operator, value);
  // Case is looked at nowhere but in ids; letters compare by their codes, as no language is meant.
  const one = kind === 'exact' ? column : sql`lower(${column})`;
  const other = kind === 'exact' ? sql`${value}::text` : sql`lower(${value}::text)`;
  switch (operator) {
    case 'co':
      return sql`coalesce(strpos(${one}, ${other}) > 0, false)`;
    case 'sw':
      return sql`coalesce(starts_with(${one}, ${other}), false)`;
    case 'ew':
      return sql`coalesce(right(${one}, length(${other})) = ${other}, false)`;
    case 'eq':
      return sql`coalesce(${one} = ${other}, false)`;
    default:
      return sql`coalesce(${one} collate "C" ${sql.raw(signs[operator])} ${other} collate "C", false)`;
  }
}

function comparesInstant(column: RawBuilder<unknown>, operator: Operator, value: string): Sql {
  const wanted = new Date(/^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/.test(value) ? value : NaN);
  if (Number.isNaN(wanted.getTime()))
    throw new Refused('invalidFilter', 'A time is written as 2026-01-31T12:00:00Z.');
  const sign = signs[operator as keyof typeof signs];
  if (sign === undefined) throw new Refused('invalidFilter', 'A time is compared with eq, gt, ge, lt or le.');
  return sql`(${column} ${sql.raw(sign)} ${wanted})`;
}

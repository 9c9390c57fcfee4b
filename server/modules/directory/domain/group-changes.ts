import { isExtension, isReadOnly, readText } from './account.ts';
import type { Filter } from './filter.ts';
import { attributeOf } from './matches.ts';
import type { Resource } from './matches.ts';
import type { Change } from './patch.ts';
import { Refused } from './refused.ts';

/** One step of what happens to a group. `members`: ids of users as they were sent; `all`: whoever is in it. */
export type GroupStep =
  | { name: string }
  | { externalId: string | null }
  | { members: 'add' | 'remove' | 'set'; users: string[] }
  | { members: 'clear' };

const mostMembers = 50_000;

/** What a whole group says; members only where it says some. Errors: `Refused`. */
export function readGroup(body: Resource): {
  name: string;
  externalId: string | null;
  members: string[] | null;
} {
  const members = attributeOf(body, 'members');
  return {
    name: readName(attributeOf(body, 'displayName')),
    externalId: readText(attributeOf(body, 'externalId'), 'externalId', 200),
    members: members === undefined || members === null ? null : idsIn(members),
  };
}

/** The steps of a PATCH in their order; a group can have many members, so they are not read for it. Errors: `Refused`. */
export function groupSteps(changes: readonly Change[]): GroupStep[] {
  return changes.flatMap((change) => {
    if (change.path) return stepsOf(change, change.path.name, change.path.where);
    if (change.op === 'remove') throw new Refused('noTarget', 'To remove, say with a path what.');
    const { value } = change;
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new Refused('invalidValue', 'Without a path the value is an object.');
    return Object.entries(value).flatMap(([key, inner]) =>
      isReadOnly(key) || key.toLowerCase().startsWith('urn:')
        ? []
        : stepsOf({ ...change, value: inner as unknown }, key, null),
    );
  });
}

function stepsOf({ op, path, value }: Change, named: string, where: Filter | null): GroupStep[] {
  if (path && isExtension(path.schema)) return [];
  if (isReadOnly(named)) throw new Refused('mutability', `${named} cannot be changed.`);
  const name = named.toLowerCase();
  if (name === 'displayname') return [{ name: readName(op === 'remove' ? null : value) }];
  if (name === 'externalid')
    return [{ externalId: op === 'remove' ? null : readText(value, 'externalId', 200) }];
  if (name !== 'members') throw new Refused('invalidPath', 'There is no such attribute.');
  if (path?.sub) throw new Refused('mutability', 'What is known of a member cannot be changed here.');
  if (where) {
    if (op !== 'remove') throw new Refused('invalidPath', 'Members are added and removed as a whole.');
    return [{ members: 'remove', users: chosenBy(where) }];
  }
  if (op === 'replace') return [{ members: 'set', users: idsIn(value) }];
  if (op === 'add') return [{ members: 'add', users: idsIn(value) }];
  // Some name those to remove in the value, and some mean all.
  const users = value === undefined || value === null ? [] : idsIn(value);
  return users.length > 0 ? [{ members: 'remove', users }] : [{ members: 'clear' }];
}

function readName(value: unknown): string {
  const name = readText(value, 'displayName', 200);
  if (name === null) throw new Refused('invalidValue', 'A group needs a displayName.');
  return name;
}

/** Errors: `Refused` with `invalidValue`. */
function idsIn(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
  if (list.length > mostMembers)
    throw new Refused('invalidValue', `A request names at most ${mostMembers} members.`);
  return list.map((one) => {
    const id = typeof one === 'string' ? one : attributeOf(one, 'value');
    if (typeof id !== 'string') throw new Refused('invalidValue', 'A member is named by its id, as value.');
    return id;
  });
}

/** The ids in `value eq "…"`, several with `or`. Errors: `Refused` with `invalidPath`. */
function chosenBy(where: Filter): string[] {
  if (where.kind === 'or') return [...chosenBy(where.left), ...chosenBy(where.right)];
  if (where.kind === 'compare' && where.operator === 'eq' && where.path.name.toLowerCase() === 'value') {
    if (typeof where.value === 'string') return [where.value];
  }
  throw new Refused('invalidPath', 'Members are chosen by value eq.');
}

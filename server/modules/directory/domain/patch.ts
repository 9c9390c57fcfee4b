import { isExtension, isNotKept, isReadOnly } from './account.ts';
import { NoFilter, parsePath } from './filter.ts';
import type { ChangePath, Filter } from './filter.ts';
import { attributeOf, matches, truth } from './matches.ts';
import type { Resource } from './matches.ts';
import { Refused } from './refused.ts';

export interface Change {
  op: 'add' | 'remove' | 'replace';
  path: ChangePath | null;
  value: unknown;
}

const most = 1_000;

/** The operations of a PATCH, whatever their case. Errors: `Refused`. */
export function readChanges(body: Resource): Change[] {
  const operations = attributeOf(body, 'Operations');
  if (!Array.isArray(operations) || operations.length === 0)
    throw new Refused('invalidSyntax', 'A PATCH has Operations.');
  if (operations.length > most) throw new Refused('invalidSyntax', `A PATCH has at most ${most} Operations.`);
  return operations.map((one: unknown) => {
    const said = attributeOf(one, 'op');
    const op = typeof said === 'string' ? said.toLowerCase() : '';
    if (op !== 'add' && op !== 'remove' && op !== 'replace')
      throw new Refused('invalidSyntax', 'The op of an operation is add, remove or replace.');
    const path = attributeOf(one, 'path');
    if (path !== undefined && path !== null && typeof path !== 'string')
      throw new Refused('invalidPath', 'A path is text.');
    return { op, path: path ? pathOf(path) : null, value: attributeOf(one, 'value') };
  });
}

/** Errors: `Refused` with `invalidPath`. */
function pathOf(text: string): ChangePath {
  try {
    return parsePath(text);
  } catch (error) {
    if (error instanceof NoFilter) throw new Refused('invalidPath', `The path is none: ${error.message}.`);
    throw error;
  }
}

/** Attributes of a user that a change can be about, in the case of the standard. */
const attributes = new Map(
  [
    'userName',
    'externalId',
    'displayName',
    'name',
    'locale',
    'preferredLanguage',
    'timezone',
    'emails',
    'active',
  ].map((name) => [name.toLowerCase(), name]),
);
const nameParts = new Map(
  ['formatted', 'givenName', 'familyName', 'middleName', 'honorificPrefix', 'honorificSuffix'].map((name) => [
    name.toLowerCase(),
    name,
  ]),
);
const emailParts = new Map(['value', 'type', 'primary', 'display'].map((name) => [name, name]));

/** A user after the changes; what was given stays as it was. Errors: `Refused`. */
export function changedUser(user: Resource, changes: readonly Change[]): Resource {
  const made = structuredClone(user);
  for (const change of changes) {
    if (change.path) apply(made, change, change.path);
    else applyAll(made, change);
  }
  return made;
}

/** Without a path the value is part of a user, whose keys may be paths themselves (`name.givenName`). */
function applyAll(user: Resource, { op, value }: Change): void {
  if (op === 'remove') throw new Refused('noTarget', 'To remove, say with a path what.');
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refused('invalidValue', 'Without a path the value is an object.');
  for (const [key, inner] of Object.entries(value)) {
    if (isReadOnly(key)) continue;
    // Extensions, and this schema itself, may stand as keys over their attributes.
    const urn = key.toLowerCase().startsWith('urn:') && typeof inner === 'object' && inner !== null;
    if (urn && isExtension(key)) continue;
    if (urn) applyAll(user, { op, path: null, value: inner });
    else apply(user, { op, path: null, value: inner }, pathOf(key));
  }
}

function apply(user: Resource, { op, value }: Change, path: ChangePath): void {
  if (isExtension(path.schema) || isNotKept(path.name)) return;
  if (isReadOnly(path.name)) throw new Refused('mutability', `${path.name} cannot be changed.`);
  const name = attributes.get(path.name.toLowerCase());
  if (!name) throw new Refused('invalidPath', 'There is no such attribute.');
  if (name === 'emails') user.emails = changedEmails(listOf(user.emails), { op, value }, path);
  else if (path.where) throw new Refused('invalidPath', `${name} is no list.`);
  else if (name === 'name') user.name = changedName(user.name, { op, value }, path);
  else if (path.sub) throw new Refused('invalidPath', `${name} has no parts.`);
  else user[name] = op === 'remove' ? null : value;
}

function changedName(name: unknown, { op, value }: Omit<Change, 'path'>, { sub }: ChangePath): Resource {
  const before = { ...(name as Resource | undefined) };
  const to = op === 'remove' ? null : value;
  if (sub === null) {
    if (to === null) return {};
    return { ...before, ...canonical(to, nameParts) };
  }
  return { ...before, [known(nameParts, sub)]: to };
}

type Element = Resource;

/** The elements that a filter chooses, or all; where an `add` or `replace` chooses none, one is made as the filter describes it. */
function changedEmails(
  emails: Element[],
  { op, value }: Omit<Change, 'path'>,
  { sub, where }: ChangePath,
): Element[] {
  if (sub === null && where === null) {
    const given = value === undefined || value === null ? [] : listOf(value);
    if (op === 'replace') return given;
    if (op === 'add') return given.reduce(withEmail, emails);
    const gone = given.map((one) => addressIn(one));
    return given.length === 0 ? [] : emails.filter((one) => !gone.includes(addressIn(one)));
  }
  const chosen = (one: Element) => where === null || matches(where, one);
  if (op === 'remove')
    return sub === null
      ? emails.filter((one) => !chosen(one))
      : emails.map((one) => (chosen(one) ? { ...one, [known(emailParts, sub)]: null } : one));
  const change = sub === null ? canonical(value, emailParts) : { [known(emailParts, sub)]: value };
  const found = emails.some(chosen);
  const all = found ? emails : [...emails, describedBy(where)];
  const primary = truth(change.primary) === true;
  return all.map((one, at) => {
    if (found ? chosen(one) : at === emails.length) return { ...one, ...change };
    return primary ? { ...one, primary: false } : one;
  });
}

/** What is no text is refused where the whole is read. */
function addressIn(one: Element): string {
  const address = attributeOf(one, 'value');
  return typeof address === 'string' ? address.toLowerCase() : '';
}

/** The same address again only changes its element; one primary address takes the place of another. */
function withEmail(emails: Element[], added: Element): Element[] {
  const others = emails.filter((one) => addressIn(one) !== addressIn(added));
  const primary = truth(attributeOf(added, 'primary')) === true;
  return [...(primary ? others.map((one) => ({ ...one, primary: false })) : others), added];
}

/** `type eq "work"` describes an element. Errors: `Refused` with `noTarget` where it cannot be told from the filter. */
function describedBy(where: Filter | null): Element {
  if (where === null) return {};
  if (where.kind === 'and') return { ...describedBy(where.left), ...describedBy(where.right) };
  if (where.kind === 'compare' && where.operator === 'eq' && where.path.sub === null)
    return { [known(emailParts, where.path.name)]: where.value };
  throw new Refused('noTarget', 'Nothing fits the filter of the path.');
}

function listOf(value: unknown): Element[] {
  const list: unknown[] = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
  return list.map((one) => {
    if (typeof one === 'string') return { value: one };
    return canonical(one, emailParts);
  });
}

/** An object with the keys there are, in the case of the standard; others are not kept. */
function canonical(value: unknown, keys: ReadonlyMap<string, string>): Resource {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refused('invalidValue', 'The value is an object.');
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      const name = keys.get(key.toLowerCase());
      return name === undefined ? [] : [[name, inner as unknown]];
    }),
  );
}

function known(keys: ReadonlyMap<string, string>, sub: string): string {
  const name = keys.get(sub.toLowerCase());
  if (name === undefined) throw new Refused('invalidPath', 'There is no such part of the attribute.');
  return name;
}

import { groupSchema, userSchema } from './account.ts';
import type { Resource } from './matches.ts';

/** Which attributes an answer has: only these, or all but these. Names in lower case, with a part behind a dot. */
export interface Selection {
  only: readonly string[] | null;
  without: readonly string[];
}

const always = new Set(['id', 'schemas']);

export function readSelection(query: {
  attributes?: string | undefined;
  excludedAttributes?: string | undefined;
}): Selection {
  return {
    only: query.attributes === undefined ? null : namesIn(query.attributes),
    without: query.excludedAttributes === undefined ? [] : namesIn(query.excludedAttributes),
  };
}

function namesIn(text: string): string[] {
  return text
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .map((name) => withoutSchema(name, [userSchema, groupSchema]))
    .filter((name) => name !== '');
}

function withoutSchema(name: string, schemas: string[]): string {
  const found = schemas.find((schema) => name.startsWith(`${schema.toLowerCase()}:`));
  return found ? name.slice(found.length + 1) : name;
}

/** Whether an attribute is asked for at all, so that what costs a query need not be read. */
export function asksFor({ only, without }: Selection, name: string): boolean {
  const asked = only?.some((one) => one === name || one.startsWith(`${name}.`)) ?? true;
  return asked && !without.includes(name);
}

/** The resource with the attributes asked for. `id` and `schemas` are always told (RFC 7643, 7: returned). */
export function selected(resource: Resource, selection: Selection): Resource {
  return Object.fromEntries(
    Object.entries(resource).flatMap(([key, value]) => {
      const name = key.toLowerCase();
      if (always.has(name)) return [[key, value]];
      if (!asksFor(selection, name)) return [];
      const left = partsOf(value, name, selection);
      return left === undefined ? [] : [[key, left]];
    }),
  );
}

function partsOf(value: unknown, name: string, { only, without }: Selection): unknown {
  if (Array.isArray(value)) return value.map((one) => partsOf(one, name, { only, without }));
  if (typeof value !== 'object' || value === null) return value;
  const whole = only === null || only.includes(name);
  return Object.fromEntries(
    Object.entries(value).filter(([key]) => {
      const full = `${name}.${key.toLowerCase()}`;
      return (whole || only.includes(full)) && !without.includes(full);
    }),
  );
}

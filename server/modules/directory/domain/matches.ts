import type { AttributePath, Filter, FilterValue, Operator } from './filter.ts';

export type Resource = Record<string, unknown>;

/** Attributes whose letters count as they are; all other text is compared without case (RFC 7643, 3.1). */
export const isExact = (name: string, sub: string | null): boolean =>
  ['id', 'externalid'].includes(name.toLowerCase()) ||
  (['members', 'groups'].includes(name.toLowerCase()) && (sub ?? 'value').toLowerCase() === 'value');

/** The one way to look an attribute up: its own, whatever the case, and never what objects inherit. */
export function attributeOf(of: unknown, name: string): unknown {
  if (typeof of !== 'object' || of === null || Array.isArray(of)) return undefined;
  const key = Object.keys(of).find((one) => one.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : (of as Resource)[key];
}

/** Whether a resource, or an element of a list in one, fits. `ne` is the opposite of `eq`, also where there is nothing to compare. */
export function matches(filter: Filter, of: unknown): boolean {
  switch (filter.kind) {
    case 'and':
      return matches(filter.left, of) && matches(filter.right, of);
    case 'or':
      return matches(filter.left, of) || matches(filter.right, of);
    case 'not':
      return !matches(filter.of, of);
    case 'some':
      return elementsOf(of, filter.path).some((element) => matches(filter.of, element));
    case 'present':
      return valuesOf(of, filter.path).length > 0;
    case 'compare':
      return compares(valuesOf(of, filter.path), filter.operator, filter.value, filter.path);
  }
}

function elementsOf(of: unknown, { name }: AttributePath): unknown[] {
  const found = attributeOf(of, name);
  return Array.isArray(found) ? found : found === undefined || found === null ? [] : [found];
}

/** The values a path leads to; of a list of objects without more said, their `value`. Absent and empty ones are none. */
function valuesOf(of: unknown, { name, sub }: AttributePath): unknown[] {
  const inList = Array.isArray(attributeOf(of, name));
  return elementsOf(of, { schema: null, name, sub: null })
    .map((element) =>
      sub !== null
        ? attributeOf(element, sub)
        : inList && typeof element === 'object'
          ? attributeOf(element, 'value')
          : element,
    )
    .filter((value) => value !== undefined && value !== null && value !== '');
}

function compares(
  values: unknown[],
  operator: Operator,
  wanted: FilterValue,
  { name, sub }: AttributePath,
): boolean {
  if (operator === 'ne') return !compares(values, 'eq', wanted, { schema: null, name, sub });
  if (wanted === null || wanted === '') return operator === 'eq' && values.length === 0;
  const exact = isExact(name, sub);
  return values.some((value) => {
    if (typeof value === 'boolean') return operator === 'eq' && value === truth(wanted);
    if (typeof value !== typeof wanted) return false;
    const [one, other] =
      typeof value === 'string' && !exact
        ? [value.toLowerCase(), String(wanted).toLowerCase()]
        : [value as string | number, wanted as string | number];
    return compare(one, operator, other);
  });
}

/** Some send truth as text: "True". Null for what is neither. */
export function truth(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  const text = typeof value === 'string' ? value.toLowerCase() : '';
  return text === 'true' ? true : text === 'false' ? false : null;
}

function compare<T extends string | number>(one: T, operator: Exclude<Operator, 'ne'>, other: T): boolean {
  switch (operator) {
    case 'eq':
      return one === other;
    case 'gt':
      return one > other;
    case 'ge':
      return one >= other;
    case 'lt':
      return one < other;
    case 'le':
      return one <= other;
    case 'co':
      return typeof one === 'string' && one.includes(String(other));
    case 'sw':
      return typeof one === 'string' && one.startsWith(String(other));
    case 'ew':
      return typeof one === 'string' && one.endsWith(String(other));
  }
}

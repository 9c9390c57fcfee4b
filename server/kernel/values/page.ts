import { parseDate, type CalendarDate } from './dates.ts';
import { invalidInput, Problem } from './errors.ts';
import { isId, type Id } from './ids.ts';

/** One page of a list. `next` is the cursor to pass as `after` for the page after it; null on the last one. */
export interface Page<Item> {
  items: Item[];
  next: string | null;
}

/**
 * What stands in a cursor, one kind per column of the sort order, the last of them unique:
 * `text`, `integer` (64 bits), `instant`, `date`, `id`.
 * Trap: an `instant` has milliseconds, PostgreSQL keeps microseconds: sort only by instants that came from
 * the kernel's clock.
 */
interface Kinds {
  text: string;
  integer: bigint;
  instant: Date;
  date: CalendarDate;
  id: Id<string>;
}

export type CursorShape = readonly (keyof Kinds)[];
export type CursorValue = Kinds[keyof Kinds];
export type CursorValues<Shape extends CursorShape> = {
  -readonly [Index in keyof Shape]: Kinds[Shape[Index]];
};

const longest = 2_000;

/**
 * Makes a page of `rows`, which were read with `limit + 1` so that the one too many tells whether there is
 * more; `sortedBy` gives a row's values in the sort order.
 */
export function pageOf<Row>(
  rows: readonly Row[],
  limit: number,
  sortedBy: (row: Row) => readonly CursorValue[],
): Page<Row> {
  const items = rows.slice(0, limit);
  const more = rows.length > limit;
  return { items, next: more ? encodeCursor(sortedBy(items[limit - 1]!)) : null };
}

/** Opaque to clients, though not secret: base64url of a JSON array of texts. */
export function encodeCursor(values: readonly CursorValue[]): string {
  const texts = values.map((value) => (value instanceof Date ? value.toISOString() : String(value)));
  const bytes = new TextEncoder().encode(JSON.stringify(texts));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** Errors: `invalid_input` naming `after`, for any text that `encodeCursor` would not make for this shape. */
export function decodeCursor<const Shape extends CursorShape>(
  cursor: string,
  shape: Shape,
): CursorValues<Shape> {
  const texts = textsIn(cursor);
  const values = shape.map((kind, index) => read[kind](texts?.[index] ?? ''));
  if (texts?.length !== shape.length || values.includes(null)) {
    throw refused(
      'after',
      'bad_cursor',
      'This is not a cursor of this list. Start again from its first page.',
    );
  }
  return values as CursorValues<Shape>;
}

function textsIn(cursor: string): string[] | null {
  if (cursor.length > longest) return null;
  try {
    const binary = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const found: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return Array.isArray(found) && found.every((text) => typeof text === 'string') ? found : null;
  } catch {
    return null;
  }
}

const read: { [Kind in keyof Kinds]: (text: string) => Kinds[Kind] | null } = {
  // PostgreSQL takes neither U+0000 nor half a surrogate pair.
  text: (text) => (/[\0\p{Surrogate}]/u.test(text) ? null : text),
  integer: (text) => {
    if (!/^(0|-?[1-9]\d{0,18})$/.test(text)) return null;
    const value = BigInt(text);
    return BigInt.asIntN(64, value) === value ? value : null;
  },
  instant: (text) =>
    /^\d{4}-\d{2}-\d{2}T[\d:.]{12}Z$/.test(text) && !Number.isNaN(Date.parse(text)) ? new Date(text) : null,
  date: parseDate,
  id: (text) => (isId(text) ? (text as Id<string>) : null),
};

function refused(path: string, code: string, message: string): Problem {
  return new Problem(invalidInput, { fields: [{ path, code, message }] });
}

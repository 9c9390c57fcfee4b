import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { date, type CalendarDate } from './dates.ts';
import type { Id } from './ids.ts';
import { decodeCursor, encodeCursor, pageOf, type CursorShape } from './page.ts';

const id = '0190b7a4-0000-7000-8000-000000000001' as Id<'invoice'>;
const whole: CursorShape = ['text', 'integer', 'instant', 'date', 'id'];

function problemWith(path: string) {
  return expect.objectContaining({
    kind: expect.objectContaining({ code: 'invalid_input', status: 400 }),
    fields: [expect.objectContaining({ path })],
  });
}

function raw(json: unknown): string {
  return Buffer.from(JSON.stringify(json)).toString('base64url');
}

describe('cursors', () => {
  it('come back as what they were', () => {
    const day = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    const values = fc.tuple(
      fc.string({ unit: 'grapheme', maxLength: 200 }).filter((text) => !text.includes('\0')),
      fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
      day,
      day.map((instant) => date(instant.toISOString().slice(0, 10))),
      fc.uuid({ version: 7 }).map((text) => text as Id<string>),
    );
    fc.assert(
      fc.property(values, (tuple) => {
        const cursor = encodeCursor(tuple);
        expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(decodeCursor(cursor, whole)).toEqual(tuple);
      }),
    );
  });

  it('have the types of their shape', () => {
    const [due, key]: [CalendarDate, Id<string>] = decodeCursor(encodeCursor([date('2026-12-01'), id]), [
      'date',
      'id',
    ]);
    expect([due, key]).toEqual(['2026-12-01', id]);
  });

  it.each<[string, string, CursorShape]>([
    ['nothing', '', ['id']],
    ['not base64', '***', ['id']],
    ['not JSON', Buffer.from('{').toString('base64url'), ['id']],
    ['not UTF-8', Buffer.from([0x5b, 0x22, 0xff, 0x22, 0x5d]).toString('base64url'), ['text']],
    ['not a list', raw({ 0: id, length: 1 }), ['id']],
    ['not texts', raw([1]), ['integer']],
    ['not only texts', raw(['1', 1]), ['integer', 'integer']],
    ['too few', raw([id]), ['id', 'id']],
    ['too many', raw([id, id]), ['id']],
    ['a missing text', raw([]), ['text']],
    ['not an id', raw(['x']), ['id']],
    ['not a day', raw(['2026-02-30']), ['date']],
    ['not an instant', raw(['2026-02-01']), ['instant']],
    ['no such instant', raw(['2026-13-01T00:00:00.000Z']), ['instant']],
    ['not an integer', raw(['1.0']), ['integer']],
    ['an empty integer', raw(['']), ['integer']],
    ['more than 64 bits', raw([String(2n ** 63n)]), ['integer']],
    ['a zero character', raw(['a\0']), ['text']],
    ['half a pair', raw(['\ud800']), ['text']],
    ['far too long', raw(['x'.repeat(5000)]), ['text']],
  ])('are refused: %s', (_, cursor, shape) => {
    expect(() => decodeCursor(cursor, shape)).toThrow(problemWith('after'));
  });

  it('never break on garbage', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => decodeCursor(text, whole)).toThrow(problemWith('after'));
      }),
    );
  });
});

describe('pages', () => {
  const read = (rows: number[], limit: number, after: string | null) => {
    const [from] = after === null ? [-1n] : decodeCursor(after, ['integer']);
    const found = rows.filter((row) => BigInt(row) > from).slice(0, limit + 1);
    return pageOf(found, limit, (row) => [BigInt(row)]);
  };

  it('say where the next one starts, and when there is none', () => {
    expect(read([1, 2, 3], 3, null)).toEqual({ items: [1, 2, 3], next: null });
    expect(read([], 3, null)).toEqual({ items: [], next: null });
    const first = read([1, 2, 3], 2, null);
    expect(first).toEqual({ items: [1, 2], next: encodeCursor([2n]) });
    expect(read([1, 2, 3], 2, first.next)).toEqual({ items: [3], next: null });
  });

  it('show every row once, whatever the limit', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(1000), { maxLength: 60 }),
        fc.integer({ min: 1, max: 20 }),
        (all, limit) => {
          const rows = all.sort((a, b) => a - b);
          const seen: number[] = [];
          let after: string | null = null;
          do {
            const page = read(rows, limit, after);
            seen.push(...page.items);
            after = page.next;
          } while (after !== null);
          expect(seen).toEqual(rows);
        },
      ),
    );
  });
});

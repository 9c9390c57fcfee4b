import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createTestApp } from '../../test/kit/app.ts';
import { unnested } from './unnested.ts';

const app = await createTestApp();
const columns = {
  id: 'uuid',
  count: 'integer',
  amount: 'bigint',
  on: 'date',
  is: 'boolean',
  said: 'text',
  facts: 'jsonb',
} as const;

// PostgreSQL keeps no null character, in texts or in JSON.
const said = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', ''));
const row = fc.record({
  id: fc.uuid(),
  count: fc.option(fc.integer({ min: -5, max: 5 })),
  amount: fc.bigInt({ min: -(2n ** 62n), max: 2n ** 62n }),
  on: fc.constantFrom('2026-02-28', null),
  is: fc.option(fc.boolean()),
  said: fc.option(fc.oneof(said, fc.constantFrom('', 'null', '{}', '"', '\\', 'a,b', ' a\nb\t', '\\"'))),
  facts: fc.option(fc.record({ said, more: fc.array(fc.oneof(said, fc.integer(), fc.boolean())) })),
});

test('rows come out as they went in, whatever is in their texts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 20 }), async (rows) => {
      const found = await app.ctx.read((db) => sql`select * from ${unnested(columns, rows)}`.execute(db));
      expect(found.rows).toEqual(rows);
    }),
    { numRuns: 60 },
  );
});

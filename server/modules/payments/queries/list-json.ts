import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import { JsonText } from '../../../kernel/http/route.ts';
import { decodeCursor, pageOf } from '../../../kernel/values/page.ts';
import type { Id } from '../../../kernel/values/ids.ts';

/** A page of rows `{id, item}`, newest first, whose items are JSON made by the database; read with `limit + 1`. */
export async function listJson(db: Db, limit: number, select: RawBuilder<unknown>): Promise<JsonText> {
  const { rows } = await sql<{ id: Id<string>; item: string }>`${select}`.execute(db);
  const { items, next } = pageOf(rows, limit, (row) => [row.id]);
  return new JsonText(
    `{"items":[${items.map(({ item }) => item).join(',')}],"next":${JSON.stringify(next)}}`,
  );
}

type Condition = RawBuilder<unknown> | false | '' | null | undefined;

/** Those conditions that were given, all of which must hold. */
export function all(...conditions: Condition[]): RawBuilder<unknown> {
  const given = conditions.filter((condition): condition is RawBuilder<unknown> => Boolean(condition));
  return given.length === 0 ? sql`true` : sql.join(given, sql` and `);
}

export function olderThan(column: RawBuilder<unknown>, after: string | undefined): Condition {
  return after !== undefined && sql`${column} < ${decodeCursor(after, ['id'])[0]}`;
}

export function containing(text: string): string {
  return `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
}

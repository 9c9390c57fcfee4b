import { PostgresQueryCompiler, createQueryId, sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { assert } from '../../../kernel/values/errors.ts';

/** Pieces of JSON text: what is written as it is, and what each row fills in. */
export type JsonPieces = readonly (string | RawBuilder<unknown>)[];

type Column = RawBuilder<unknown>;

/** Ids, days and words of the database's own: they need no escaping and are never null. */
export const word = (column: Column): JsonPieces => ['"', column, '"'];
/** What PostgreSQL must write as JSON: texts of people, instants, what may be null. */
export const encoded = (column: Column): JsonPieces => [sql`coalesce(to_json(${column})::text, 'null')`];
/** Numbers, and what is JSON already; never null. */
export const raw = (column: Column): JsonPieces => [column];

export function object(fields: Readonly<Record<string, JsonPieces>>): JsonPieces {
  const members = Object.entries(fields).flatMap(([name, value], index) => [
    `${index === 0 ? '{' : ','}${JSON.stringify(name)}:`,
    ...value,
  ]);
  return [...members, '}'];
}

/**
 * The pieces as one column of text. Putting text together takes PostgreSQL half the time of json_build_object, which looks every
 * type up for every row; for pages of fifty rows that is most of the query. Meant to be made once and kept: the text is compiled here,
 * and pieces that hold parameters are refused.
 */
export function jsonText(pieces: JsonPieces): RawBuilder<string> {
  const merged: (string | Column)[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') merged[merged.length - 1] = last + piece;
    else merged.push(piece);
  }
  return compiled(concatenated(merged.map((piece) => (typeof piece === 'string' ? sql.lit(piece) : piece))));
}

const compiler = new PostgresQueryCompiler();

function compiled(column: RawBuilder<string>): RawBuilder<string> {
  const { sql: text, parameters } = compiler.compileQuery(column.toOperationNode(), createQueryId());
  assert(parameters.length === 0, 'a text that is made once holds no parameters');
  return sql.raw(text);
}

/** PostgreSQL passes at most 100 arguments to a function. */
const mostArguments = 100;

function concatenated(parts: readonly Column[]): RawBuilder<string> {
  if (parts.length <= mostArguments) return sql<string>`concat(${sql.join(parts)})`;
  const groups: Column[] = [];
  for (let at = 0; at < parts.length; at += mostArguments)
    groups.push(concatenated(parts.slice(at, at + mostArguments)));
  return concatenated(groups);
}

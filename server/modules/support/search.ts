import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Id } from '../../kernel/values/ids.ts';
import { askedNumber, askedWords } from './domain/search-words.ts';

/** Words that `plainWords` made, as what the search keeps of them: both languages' stems, each once, without their places. */
export function documentOf(words: RawBuilder<string>): RawBuilder<unknown> {
  return sql`strip(to_tsvector('indonesian', ${words}) || to_tsvector('english', ${words}))`;
}

/**
 * The tickets that `q` finds, as a subquery of ids: those with all the words in either language (the last word may be unfinished),
 * and the one with that number. `within` null: those of every organization, for the system's role, notes included.
 */
export function matching(q: string, within: Id<'organization'> | null): RawBuilder<unknown> {
  const words = askedWords(q);
  const number = askedNumber(q);
  const parts: RawBuilder<unknown>[] = [];
  if (words.length > 0) {
    const query = sql`(${sql.join(
      words.map((word, index) => oneWord(word, index === words.length - 1)),
      sql` && `,
    )})`;
    parts.push(
      within
        ? sql`select ticket_id from support.matching(${within}, ${query})`
        : sql`(select ticket_id from support.search where document @@ ${query} order by until desc limit 500)`,
    );
  }
  if (number !== null) {
    const own = within ? sql`and organization_id = ${within}` : sql``;
    parts.push(sql`select id from support.tickets where number = ${number} ${own}`);
  }
  return parts.length === 0 ? sql`select null::uuid where false` : sql.join(parts, sql` union all `);
}

function oneWord(word: string, unfinished: boolean): RawBuilder<unknown> {
  const stems = sql`to_tsquery('indonesian', ${word}) || to_tsquery('english', ${word})`;
  return unfinished && word.length > 2
    ? sql`(${stems} || to_tsquery('simple', ${`${word}:*`}))`
    : sql`(${stems})`;
}

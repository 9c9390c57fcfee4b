import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Id } from '../../kernel/values/ids.ts';
import { askedNumber, askedWords } from './domain/search-words.ts';

/** Where to look: in one organization and there, perhaps, only at what one person follows; null looks everywhere, notes included. */
export interface Within {
  organization: Id<'organization'>;
  person: RawBuilder<Id<'person'> | null> | null;
}

/**
 * What `q` finds, as a query of rows (ticket_id, until): tickets where all the words were said in either language (the last word may be
 * unfinished), and the one with that number. At most `most` of them, said before the cursor, the latest first.
 */
export function matching(
  q: string,
  within: Within | null,
  before: { until: Date; id: string } | null,
  most: number,
): RawBuilder<unknown> {
  const words = askedWords(q);
  const number = askedNumber(q);
  const until = before?.until ?? null;
  const id = before?.id ?? null;
  const said = sql`select ticket_id, until from support.matching(${within?.organization ?? null}, ${eachOf(words)},
    ${within?.person ?? null}, ${until}, ${id}, ${most})`;
  if (number === null)
    return words.length > 0
      ? said
      : sql`select null::uuid as ticket_id, null::timestamptz as until where false`;
  return sql`select ticket_id, max(until) as until from (
    ${said} union all select id, last_message_at from support.tickets where number = ${number}
      and (${until}::timestamptz is null or (last_message_at, id) < (${until}, ${id}))
    ) x group by ticket_id`;
}

function eachOf(words: readonly string[]): RawBuilder<unknown> {
  const last = words.length - 1;
  return sql`array[${sql.join(words.map((word, index) => oneWord(word, index === last)))}]::tsquery[]`;
}

/** Where both languages make the same of it, it is looked up once. */
function oneWord(word: string, unfinished: boolean): RawBuilder<unknown> {
  const stems = sql`(select case when id = en then id else id || en end
    from (select to_tsquery('indonesian', ${word}) as id, to_tsquery('english', ${word}) as en) stems)`;
  return unfinished && word.length > 2 ? sql`(${stems} || to_tsquery('simple', ${`${word}:*`}))` : stems;
}

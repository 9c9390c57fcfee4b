import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import { JsonText } from '../../../kernel/http/route.ts';
import type { Locale } from '../../../kernel/values/money.ts';
import type { FoundArticles } from '../contract.ts';
import { askedWords, leastOf } from '../domain/asked-words.ts';
import { inPieces, marks } from '../domain/pieces.ts';

const mostFound = 20;
const mostWords = 8;
/** A ticket says more than a search does. */
const mostWordsOfTicket = 24;
const mostSuggested = 5;

/** What the articles say about `q`. What was typed wrongly is corrected when nothing is found as it stands. */
export async function searchArticles(
  db: Db,
  locale: Locale,
  { q, category }: { q: string; category?: string | undefined },
): Promise<FoundArticles> {
  const words = askedWords(q, mostWords);
  if (words.length === 0) return { items: [], corrected: null };
  const items = await find(db, locale, words, category);
  if (items.length > 0) return { items, corrected: null };
  const corrected = await correct(db, words);
  if (!corrected) return { items, corrected: null };
  const meant = await find(db, locale, corrected, category);
  return { items: meant, corrected: meant.length > 0 ? corrected.join(' ') : null };
}

/** Articles that may answer what somebody is writing, none rather than bad ones; one statement. */
export async function suggestArticles(db: Db, locale: Locale, text: string): Promise<JsonText> {
  const words = askedWords(text, mostWordsOfTicket);
  if (words.length === 0) return new JsonText('{"items":[]}');
  const least = Math.min(2, words.length);
  const { rows } = await sql<{ items: string }>`
    select json_build_object('items', coalesce(json_agg(json_build_object('slug', p.slug, 'title', p.title, 'excerpt', p.excerpt,
      'locale', p.locale) order by m.score desc, p.article_id), '[]'))::text as items
    from knowledge.matching(${termsOf(words)}, ${least}, ${locale}, null, ${mostSuggested}) m
    join knowledge.pages p on p.article_id = m.article_id and p.locale = m.locale`.execute(db);
  return new JsonText(rows[0]!.items);
}

/**
 * Articles found by the beginnings of words, as a query of the palette's rows. Readers know an article by its slug, staff by its id.
 * Null when there is nothing to look for.
 */
export function articlesNamed(
  q: string,
  by: { locale: Locale; id: 'slug' | 'article_id'; most: RawBuilder<unknown> },
): RawBuilder<unknown> | null {
  const words = askedWords(q, mostWords);
  if (words.length === 0) return null;
  const { locale, id, most } = by;
  return sql`(select 'article' as kind, p.${sql.id(id)}::text as id, p.title, c.name ->> ${locale} as detail, null::uuid as organization_id
    from knowledge.matching(${termsOf(words)}, ${words.length}, ${locale}, null, ${most}) m
    join knowledge.pages p on p.article_id = m.article_id and p.locale = m.locale
    join knowledge.categories c on c.id = p.category_id order by m.score desc, p.article_id)`;
}

async function find(db: Db, locale: Locale, words: readonly string[], category: string | undefined) {
  const within = category ? sql`(select id from knowledge.categories where slug = ${category})` : sql`null`;
  const terms = termsOf(words);
  const { rows } = await sql<{
    slug: string;
    locale: Locale;
    title: string;
    excerpt: string;
    category: { slug: string; name: string };
    clients_only: boolean;
  }>`
    with asked as materialized (select ${terms} as terms),
    whole as (select string_agg('(' || t::text || ')', ' | ')::tsquery as query from asked, unnest(terms) t where numnode(t) > 0)
    select p.slug, p.locale, p.visibility = 'clients' as clients_only,
      json_build_object('slug', c.slug, 'name', c.name ->> ${locale}) as category,
      ts_headline(l.config, p.title, whole.query, ${`${marks}, HighlightAll=true`}) as title,
      ts_headline(l.config, p.plain, whole.query, ${`${marks}, MaxFragments=2, MinWords=8, MaxWords=22, FragmentDelimiter=" … "`}) as excerpt
    from asked cross join whole
    cross join knowledge.matching(asked.terms, ${leastOf(words.length)}, ${locale}, ${within}, ${mostFound}) m
    join knowledge.pages p on p.article_id = m.article_id and p.locale = m.locale
    join knowledge.categories c on c.id = p.category_id
    cross join lateral (select (case p.locale when 'id' then 'indonesian' else 'english' end)::regconfig as config) l
    order by m.score desc, p.article_id`.execute(db);
  return rows.map(({ clients_only: clientsOnly, title, excerpt, ...row }) => ({
    ...row,
    clientsOnly,
    title: inPieces(title),
    excerpt: inPieces(excerpt),
  }));
}

/** The words with those that no article has replaced by the closest that one has; null when there is nothing to replace. */
async function correct(db: Db, words: readonly string[]): Promise<string[] | null> {
  const { rows } = await sql<{ word: string; meant: string }>`
    select * from knowledge.closest(${[...words]}::text[])`.execute(db);
  const meant = new Map(rows.map((row) => [row.word, row.meant]));
  return meant.size > 0 ? words.map((word) => meant.get(word) ?? word) : null;
}

/** Each word in either language's stem, or as the beginning of a word when it is long enough to mean something. */
function termsOf(words: readonly string[]): RawBuilder<unknown> {
  const terms = words.map((word) => {
    const stems = sql`to_tsquery('indonesian', ${word}) || to_tsquery('english', ${word})`;
    return word.length > 2 ? sql`${stems} || to_tsquery('simple', ${`${word}:*`})` : stems;
  });
  return sql`array[${sql.join(terms)}]`;
}

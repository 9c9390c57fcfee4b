import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import { JsonText } from '../../../kernel/http/route.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Locale } from '../../../kernel/values/money.ts';
import { decodeCursor, encodeCursor } from '../../../kernel/values/page.ts';
import { renderArticle } from '../articles.ts';
import type { Article, ArticleCard, CategoryPage } from '../contract.ts';

const day = 86_400_000;
const mostRelated = 4;

function cardOf(alias: string) {
  const p = sql.table(alias);
  return sql`json_build_object('slug', ${p}.slug, 'title', ${p}.title, 'excerpt', ${p}.excerpt, 'locale', ${p}.locale,
    'clientsOnly', ${p}.visibility = 'clients', 'updatedAt', to_json(${p}.updated_at))`;
}

const card = cardOf('p');

/** The page of each article that this reader gets: in their language, or the only one there is. */
const mine = (locale: Locale) => sql`(p.locale = ${locale} or p.sole)`;

const list = (cards: RawBuilder<unknown>) => sql`coalesce((select json_agg(l.card) from (${cards}) l), '[]')`;

/** The first page of the knowledge base in one statement: categories, and what others opened and what is new. */
export async function readShelves(db: Db, locale: Locale, now: Date): Promise<JsonText> {
  const since = new Date(now.getTime() - 30 * day);
  const { rows } = await sql<{ page: string }>`
    select json_build_object(
      'categories', coalesce((
        select json_agg(json_build_object('slug', c.slug, 'name', c.name ->> ${locale}, 'description', c.description ->> ${locale},
          'icon', c.icon, 'articles', n.articles) order by c.position, c.id)
        from knowledge.categories c join (
          select p.category_id, count(*) as articles from knowledge.pages p where ${mine(locale)} group by p.category_id
        ) n on n.category_id = c.id), '[]'),
      'popular', ${list(sql`select ${card} as card from knowledge.pages p
        join (select article_id, sum(times) as times from knowledge.openings where day >= ${since}::timestamptz::date
          group by article_id order by times desc, article_id limit 20) o using (article_id)
        where ${mine(locale)} order by o.times desc, p.article_id limit 6`)},
      'latest', ${list(sql`select ${card} as card from knowledge.pages p where ${mine(locale)}
        order by p.updated_at desc, p.article_id limit 6`)}
    )::text as page`.execute(db);
  return new JsonText(rows[0]!.page);
}

/** One category and its articles, in the order staff gave them. */
export async function readCategory(
  db: Db,
  locale: Locale,
  slug: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<CategoryPage> {
  const from = after === undefined ? null : decodeCursor(after, ['integer', 'id']);
  const beyond = from ? sql`and (p.position, p.article_id) > (${from[0]}, ${from[1]}::uuid)` : sql``;
  const { rows } = await sql<{
    category: Omit<CategoryPage, 'items' | 'next'>;
    items: { card: ArticleCard; position: number; id: Id<'article'> }[];
  }>`
    select json_build_object('slug', c.slug, 'name', c.name ->> ${locale}, 'description', c.description ->> ${locale},
        'icon', c.icon) as category, coalesce((
      select json_agg(row_to_json(l)) from (
        select ${card} as card, p.position, p.article_id as id from knowledge.pages p
        where p.category_id = c.id and ${mine(locale)} ${beyond} order by p.position, p.article_id limit ${limit + 1}) l), '[]') as items
    from knowledge.categories c where c.slug = ${slug}`.execute(db);
  const found = rows[0];
  if (!found) throw new Problem(notFound);
  const { category, items } = found;
  const last = items.length > limit ? items[limit - 1]! : null;
  return {
    ...category,
    items: items.slice(0, limit).map((item) => item.card),
    next: last && encodeCursor([BigInt(last.position), last.id]),
  };
}

/** An article in the reader's language, or in the one it has. Errors: `not_found`, also for what this reader may not see. */
export async function readArticle(db: Db, locale: Locale, slug: string): Promise<Article> {
  const { rows } = await sql<Omit<Article, 'html' | 'contents'> & { body: string }>`
    select p.slug, p.title, p.body, p.locale, p.tags, p.visibility = 'clients' as "clientsOnly", to_json(p.updated_at) as "updatedAt",
      (select array_agg(o.locale order by o.locale) from knowledge.pages o where o.article_id = p.article_id) as locales,
      json_build_object('slug', c.slug, 'name', c.name ->> ${locale}) as category,
      (select f.helpful from knowledge.feedback f where f.article_id = p.article_id and f.person_id = kernel.person()) as helpful,
      ${list(sql`select ${cardOf('n')} as card from knowledge.related(p.article_id, ${locale}, ${mostRelated}) with ordinality r(id, at)
        join knowledge.pages n on n.article_id = r.id and (n.locale = ${locale} or n.sole) order by r.at`)} as related
    from knowledge.pages p join knowledge.categories c on c.id = p.category_id
    where p.slug = ${slug} order by p.locale = ${locale} desc limit 1`.execute(db);
  const found = rows[0];
  if (!found) throw new Problem(notFound);
  const { body, ...article } = found;
  return { ...article, ...renderArticle(body) };
}

/** What a reader may see, by address below the knowledge base's own; at most as many as one sitemap takes. */
export async function listAddresses(db: Db): Promise<string[]> {
  const { rows } = await sql<{ address: string }>`
    (select distinct 'topics/' || c.slug as address from knowledge.categories c join knowledge.pages p on p.category_id = c.id)
    union all (select distinct slug from knowledge.pages order by slug limit 40000)`.execute(db);
  return rows.map(({ address }) => address);
}

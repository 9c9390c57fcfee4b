import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { z } from 'zod';
import type { Db } from '../../../kernel/db/types.ts';
import { JsonText } from '../../../kernel/http/route.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { decodeCursor, pageOf } from '../../../kernel/values/page.ts';
import type { Page } from '../../../kernel/values/page.ts';
import type { articlesQuery, ArticleRow, StaffArticle, Version } from '../contract.ts';
import { abilitiesOf } from '../domain/article-states.ts';

const day = 86_400_000;

/** What every view of an article for staff has. */
const row = (
  now: Date,
) => sql`a.id, a.slug, a.state, a.visibility, a.tags, a.changed, to_json(a.edited_at) as "editedAt",
  to_json(a.published_at) as "publishedAt", e.name as "editedBy", json_build_object('id', c.id, 'name', c.name) as category,
  (select json_build_object('yes', count(*) filter (where f.helpful), 'no', count(*) filter (where not f.helpful))
    from knowledge.feedback f where f.article_id = a.id) as helpful,
  (select coalesce(sum(o.times), 0)::integer from knowledge.openings o
    where o.article_id = a.id and o.day >= ${new Date(now.getTime() - 30 * day)}::timestamptz::date) as opened`;

const joined = sql`knowledge.articles a join knowledge.categories c on c.id = a.category_id join identity.people e on e.id = a.edited_by`;

/** Articles as staff keep them, those edited last first. */
export async function listArticles(
  db: Db,
  query: z.output<typeof articlesQuery>,
  now: Date,
): Promise<Page<ArticleRow>> {
  const { after, limit, state, category, visibility, missing, changed, q } = query;
  const from = after === undefined ? null : decodeCursor(after, ['instant', 'id']);
  const part = q ? `%${q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%` : null;
  const conditions: RawBuilder<unknown>[] = [
    state ? sql`a.state = ${state}` : sql`a.state <> 'archived'`,
    ...(category ? [sql`a.category_id = ${category}`] : []),
    ...(visibility ? [sql`a.visibility = ${visibility}`] : []),
    ...(missing ? [sql`a.texts -> ${missing}::text -> 'shown' = 'false'`] : []),
    ...(changed ? [sql`a.changed and a.state = 'published'`] : []),
    ...(part
      ? [
          sql`lower(concat_ws(' ', a.texts #>> '{id,title}', a.texts #>> '{en,title}', a.slug, array_to_string(a.tags, ' '))) like ${part}`,
        ]
      : []),
    ...(from ? [sql`(a.edited_at, a.id) < (${from[0]}, ${from[1]}::uuid)`] : []),
  ];
  const { rows } = await sql<ArticleRow & { edited_at: Date }>`
    select ${row(now)}, a.edited_at, json_build_object('id', a.texts #>> '{id,title}', 'en', a.texts #>> '{en,title}') as titles,
      array(select l from unnest(array['id', 'en']) l where a.texts -> l -> 'shown' = 'true') as locales
    from ${joined} where ${sql.join(conditions, sql` and `)}
    order by a.edited_at desc, a.id desc limit ${limit + 1}`.execute(db);
  return pageOf(rows, limit, ({ edited_at, id }) => [edited_at, id as Id<'article'>]);
}

/** Errors: `not_found`. */
export async function showArticle(db: Db, id: Id<'article'>, now: Date): Promise<StaffArticle> {
  const { rows } = await sql<Omit<StaffArticle, 'can'> & { published_version: number }>`
    select ${row(now)}, a.position, a.texts, a.version, a.published_version,
      coalesce((select json_agg(v order by v.number desc) from (
        select v.number, v.published_at as "publishedAt", p.name as "publishedBy"
        from knowledge.versions v join identity.people p on p.id = v.published_by
        where v.article_id = a.id order by v.number desc limit 50) v), '[]') as versions,
      coalesce((select json_agg(f) from (
        select f.helpful, f.comment, f.given_at as "givenAt" from knowledge.feedback f
        where f.article_id = a.id and f.comment is not null order by f.given_at desc limit 20) f), '[]') as comments
    from ${joined} where a.id = ${id}`.execute(db);
  const found = rows[0];
  if (!found) throw new Problem(notFound);
  const { published_version: publishedVersion, ...article } = found;
  return { ...article, can: abilitiesOf({ ...article, publishedVersion }) };
}

/** What was published as version `number`. Errors: `not_found`. */
export async function showVersion(db: Db, article: Id<'article'>, number: number): Promise<Version> {
  const { rows } = await sql<Version>`
    select v.number, to_json(v.published_at) as "publishedAt", p.name as "publishedBy", v.texts
    from knowledge.versions v join identity.people p on p.id = v.published_by
    where v.article_id = ${article} and v.number = ${number}`.execute(db);
  if (!rows[0]) throw new Problem(notFound);
  return rows[0];
}

export async function listCategories(db: Db): Promise<JsonText> {
  const { rows } = await sql<{ page: string }>`
    select json_build_object('items', coalesce(json_agg(json_build_object('id', c.id, 'slug', c.slug, 'name', c.name,
      'description', c.description, 'icon', c.icon, 'version', c.version, 'articles', (
        select count(*) from knowledge.articles a where a.category_id = c.id)) order by c.position, c.id), '[]'))::text as page
    from knowledge.categories c`.execute(db);
  return new JsonText(rows[0]!.page);
}

/** What people looked for in vain, whether articles spared tickets, and what readers said; one statement. */
export async function readInsights(db: Db, now: Date): Promise<JsonText> {
  const since = new Date(now.getTime() - 30 * day);
  const settledBefore = new Date(now.getTime() - day);
  const { rows } = await sql<{ page: string }>`
    select json_build_object(
      'misses', coalesce((
        select json_agg(m) from (select query, locale, times, last_at as "lastAt" from knowledge.misses
          order by times desc, misses.last_at desc limit 100) m), '[]'),
      'deflection', (
        select json_build_object('shown', count(*), 'opened', count(*) filter (where opened),
          'asked', count(*) filter (where asked_at is not null),
          'answered', count(*) filter (where opened and asked_at is null and started_at <= ${settledBefore}))
        from knowledge.askings where started_at > ${since}),
      'comments', coalesce((
        select json_agg(f) from (
          select json_build_object('id', a.id, 'titles', json_build_object('id', a.texts #>> '{id,title}', 'en', a.texts #>> '{en,title}'))
            as article, f.helpful, f.comment, f.given_at as "givenAt"
          from knowledge.feedback f join knowledge.articles a on a.id = f.article_id
          where f.comment is not null order by f.given_at desc limit 30) f), '[]')
    )::text as page`.execute(db);
  return new JsonText(rows[0]!.page);
}

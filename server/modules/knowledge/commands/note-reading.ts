import { createHmac, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import type { Db } from '../../../kernel/db/types.ts';
import { everything } from '../../../kernel/db/scope.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Session } from '../../../kernel/auth/actor.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Locale } from '../../../kernel/values/money.ts';
import { countedQuestion } from '../domain/asked-words.ts';
import { feedbackGiven } from '../events.ts';
import { asReader } from '../reader.ts';
import { subjectOf } from './article.ts';

// Readers may write none of these tables: what is counted is counted by the system, once the reader was found to see the article.

interface Reading {
  locale: Locale;
  article: string;
  session: Session | null;
  address: string;
}

/** One answer of each person, or of each visitor and day; a later one replaces it. Errors: `not_found`. */
export async function giveFeedback(
  ctx: Ctx,
  { locale, article: slug, session, address }: Reading,
  { helpful, comment }: { helpful: boolean; comment: string },
): Promise<void> {
  const article = await findArticle(ctx, session, slug);
  await ctx.within(everything).transact(async (tx) => {
    const visitor = session ? null : await visitorOf(tx, address);
    const values = {
      id: tx.newId(),
      article_id: article,
      locale,
      person_id: session?.person.id ?? null,
      visitor,
      helpful,
      comment: comment === '' ? null : comment,
      given_at: tx.now,
    };
    await tx.db
      .insertInto('knowledge.feedback')
      .values(values)
      .onConflict((conflict) =>
        conflict
          .columns(['article_id', session ? 'person_id' : 'visitor'])
          .doUpdateSet({ helpful, comment: values.comment, locale, given_at: tx.now }),
      )
      .execute();
    tx.emit(feedbackGiven, { ...subjectOf(article), data: { helpful } });
  });
}

/** Counts that an article was opened. Errors: `not_found`. */
export async function countOpening(
  ctx: Ctx,
  { article: slug, session }: Pick<Reading, 'article' | 'session'>,
  from: string,
): Promise<void> {
  const article = await findArticle(ctx, session, slug);
  await ctx.within(everything).transact((tx) =>
    sql`insert into knowledge.openings as o (article_id, day, source, times)
      values (${article}, ${tx.now}::timestamptz::date, ${from}, 1)
      on conflict (article_id, day, source) do update set times = o.times + 1`.execute(tx.db),
  );
}

/** Counts what was looked for and not found, without who looked for it. */
export async function countMiss(ctx: Ctx, locale: Locale, q: string): Promise<void> {
  const query = countedQuestion(q);
  if (query === null) return;
  await ctx.within(everything).transact((tx) =>
    sql`insert into knowledge.misses as m (query, locale, times, last_at) values (${query}, ${locale}, 1, ${tx.now})
      on conflict (query, locale) do update set times = m.times + 1, last_at = excluded.last_at`.execute(
      tx.db,
    ),
  );
}

/** Suggestions were shown to somebody who writes a ticket, and perhaps one was opened; called again it only adds. */
export async function noteAsking(
  ctx: Ctx,
  person: Id<'person'>,
  asking: Id<'asking'>,
  opened: boolean,
): Promise<void> {
  await ctx.within(everything).transact((tx) =>
    sql`insert into knowledge.askings as a (id, person_id, started_at, opened) values (${asking}, ${person}, ${tx.now}, ${opened})
      on conflict (id) do update set opened = a.opened or excluded.opened where a.person_id = ${person}`.execute(
      tx.db,
    ),
  );
}

async function findArticle(ctx: Ctx, session: Session | null, slug: string): Promise<Id<'article'>> {
  const page = await asReader(ctx, session).read((db: Db) =>
    db
      .selectFrom('knowledge.pages')
      .select('article_id')
      .where('slug', '=', slug)
      .limit(1)
      .executeTakeFirst(),
  );
  if (!page) throw new Problem(notFound);
  return page.article_id as Id<'article'>;
}

/** Tells visitors of one day apart without keeping their addresses: the salt of a day is forgotten, and with it who they were. */
async function visitorOf(tx: Tx, address: string): Promise<Buffer> {
  const day = tx.now.toISOString().slice(0, 10);
  await sql`insert into knowledge.salts (day, salt) values (${day}::date, ${randomBytes(32)}) on conflict do nothing`.execute(
    tx.db,
  );
  const { rows } = await sql<{
    salt: Buffer;
  }>`select salt from knowledge.salts where day = ${day}::date`.execute(tx.db);
  return createHmac('sha256', rows[0]!.salt).update(address).digest();
}

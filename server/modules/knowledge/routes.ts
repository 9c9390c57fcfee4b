import { anyone, person, route } from '../../kernel/http/route.ts';
import { nothing } from '../../kernel/http/shapes.ts';
import { countMiss, countOpening, giveFeedback, noteAsking } from './commands/note-reading.ts';
import * as contract from './contract.ts';
import { readArticle, readCategory, readShelves } from './queries/read.ts';
import { searchArticles, suggestArticles } from './queries/search.ts';
import { asReader } from './reader.ts';
import { staffRoutes } from './staff-routes.ts';

const base = '/api/knowledge/:locale';
const readers = anyone(
  'answers are for everybody; articles for clients are shown to those who are signed in',
);

export const routes = [
  route({
    method: 'GET',
    path: base,
    summary: 'Categories of the knowledge base, and the articles opened most and published last.',
    door: readers,
    params: contract.readingParams,
    output: contract.shelvesShape,
    act: (ctx, { params }, { session }) =>
      asReader(ctx, session).read((db) => readShelves(db, params.locale, ctx.clock.now())),
  }),
  route({
    method: 'GET',
    path: `${base}/categories/:category`,
    summary: 'One category and its articles.',
    door: readers,
    params: contract.readCategoryParams,
    query: contract.categoryQuery,
    output: contract.categoryPageShape,
    act: (ctx, { params, query }, { session }) =>
      asReader(ctx, session).read((db) => readCategory(db, params.locale, params.category, query)),
  }),
  route({
    method: 'GET',
    path: `${base}/search`,
    summary: 'Search the articles. Searches without result are counted, without who searched.',
    door: readers,
    limit: { per: 'person', points: 60, seconds: 60 },
    params: contract.readingParams,
    query: contract.searchQuery,
    output: contract.foundShape,
    act: async (ctx, { params, query }, { session }) => {
      const found = await asReader(ctx, session).read((db) => searchArticles(db, params.locale, query));
      if (found.items.length === 0 && !query.category) await countMiss(ctx, params.locale, query.q);
      return found;
    },
  }),
  route({
    method: 'GET',
    path: `${base}/suggestions`,
    summary: 'Articles that may answer what a visitor is about to ask.',
    door: readers,
    limit: { per: 'person', points: 60, seconds: 60 },
    params: contract.readingParams,
    query: contract.subjectQuery,
    output: contract.suggestionsShape,
    act: (ctx, { params, query }, { session }) =>
      asReader(ctx, session).read((db) => suggestArticles(db, params.locale, query.text)),
  }),
  route({
    method: 'GET',
    path: `${base}/articles/:article`,
    summary: 'One article, in the language asked for or the one it is written in.',
    door: readers,
    params: contract.readArticleParams,
    output: contract.articleShape,
    act: (ctx, { params }, { session }) =>
      asReader(ctx, session).read((db) => readArticle(db, params.locale, params.article)),
  }),
  route({
    method: 'PUT',
    path: `${base}/articles/:article/feedback`,
    summary: 'Say whether an article helped; a later answer replaces an earlier one.',
    door: readers,
    limit: { per: 'person', points: 20, seconds: 3600 },
    params: contract.readArticleParams,
    body: contract.feedbackBody,
    output: nothing,
    act: async (ctx, { params, body }, { session, address }) => {
      await giveFeedback(ctx, { ...params, session, address }, body);
      return undefined;
    },
  }),
  route({
    method: 'POST',
    path: `${base}/articles/:article/openings`,
    summary: 'Count that an article was opened, without who opened it.',
    door: readers,
    limit: { per: 'person', points: 60, seconds: 60 },
    params: contract.readArticleParams,
    body: contract.openingBody,
    output: nothing,
    act: async (ctx, { params, body }, { session }) => {
      await countOpening(ctx, { ...params, session }, body.from);
      return undefined;
    },
  }),
  route({
    method: 'GET',
    path: '/api/me/knowledge/suggestions',
    summary: 'Articles that may answer what you are writing.',
    door: person,
    query: contract.suggestionsQuery,
    output: contract.suggestionsShape,
    read: (db, { query }, { session }) => suggestArticles(db, session.person.locale, query.text),
  }),
  route({
    method: 'PUT',
    path: '/api/me/knowledge/askings/:asking',
    summary: 'Note that suggestions were shown beside a new ticket, and whether one was opened.',
    door: person,
    params: contract.askingParams,
    body: contract.askingBody,
    output: nothing,
    act: async (ctx, { params, body }, { session }) => {
      await noteAsking(ctx, session.person.id, params.asking, body.opened);
      return undefined;
    },
  }),
  ...staffRoutes,
];

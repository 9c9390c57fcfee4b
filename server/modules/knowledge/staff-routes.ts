import { route, staff } from '../../kernel/http/route.ts';
import { nothing } from '../../kernel/http/shapes.ts';
import { renderArticle } from './articles.ts';
import { addCategory, changeCategory, orderCategories, removeCategory } from './commands/edit-category.ts';
import { forgetMiss } from './commands/forget-miss.ts';
import { deleteArticle, moveArticle } from './commands/move-article.ts';
import { publishArticle } from './commands/publish-article.ts';
import { restoreVersion } from './commands/restore-version.ts';
import { addArticle, changeArticle } from './commands/write-article.ts';
import * as contract from './contract.ts';
import * as may from './permissions.ts';
import { listArticles, listCategories, readInsights, showArticle, showVersion } from './queries/staff.ts';

const base = '/api/console/knowledge';

/** Acts on one article that are told apart by where it goes. */
const moves = [
  { way: 'unpublish', summary: 'Take an article from its readers; it becomes a draft.' },
  { way: 'archive', summary: 'Put an article away; nobody is shown it.' },
  { way: 'reopen', summary: 'Make a draft of an archived article.' },
] as const;

export const staffRoutes = [
  route({
    method: 'GET',
    path: `${base}/articles`,
    summary: 'Articles, those edited last first; archived ones only when asked for.',
    door: staff(may.readKnowledge),
    query: contract.articlesQuery,
    output: contract.articleRows,
    act: (ctx, { query }) => ctx.read((db) => listArticles(db, query, ctx.clock.now())),
  }),
  route({
    method: 'POST',
    path: `${base}/articles`,
    summary: 'Begin an article, as a draft.',
    door: staff(may.writeKnowledge),
    body: contract.articleBody,
    output: contract.staffArticleShape,
    status: 201,
    problems: [contract.slugTaken],
    write: async (tx, { body }, { session }) =>
      showArticle(tx.db, await addArticle(tx, session.person.id, body), tx.now),
  }),
  route({
    method: 'GET',
    path: `${base}/articles/:article`,
    summary: 'One article as staff keep it, with its versions and what readers said.',
    door: staff(may.readKnowledge),
    params: contract.articleParams,
    output: contract.staffArticleShape,
    act: (ctx, { params }) => ctx.read((db) => showArticle(db, params.article, ctx.clock.now())),
  }),
  route({
    method: 'PATCH',
    path: `${base}/articles/:article`,
    summary: 'Change an article; readers get the change when it is published.',
    door: staff(may.writeKnowledge),
    ifMatch: true,
    params: contract.articleParams,
    body: contract.articlePatch,
    output: contract.staffArticleShape,
    problems: [contract.slugTaken, contract.notPossible],
    write: async (tx, { params, body }, { session, version }) => {
      await changeArticle(tx, params.article, version, session.person.id, body);
      return showArticle(tx.db, params.article, tx.now);
    },
  }),
  route({
    method: 'POST',
    path: `${base}/articles/:article/publish`,
    summary: 'Give readers the article as it is now, and keep it as a version.',
    door: staff(may.writeKnowledge),
    ifMatch: true,
    params: contract.articleParams,
    output: contract.staffArticleShape,
    problems: [contract.notPossible],
    write: async (tx, { params }, { session, version }) => {
      await publishArticle(tx, params.article, version, session.person.id);
      return showArticle(tx.db, params.article, tx.now);
    },
  }),
  ...moves.map(({ way, summary }) =>
    route({
      method: 'POST',
      path: `${base}/articles/:article/${way}`,
      summary,
      door: staff(may.writeKnowledge),
      ifMatch: true,
      params: contract.articleParams,
      output: contract.staffArticleShape,
      problems: [contract.notPossible],
      write: async (tx, { params }, { version }) => {
        await moveArticle(tx, params.article, version, way);
        return showArticle(tx.db, params.article, tx.now);
      },
    }),
  ),
  route({
    method: 'DELETE',
    path: `${base}/articles/:article`,
    summary: 'Delete an article that was never published.',
    door: staff(may.writeKnowledge),
    params: contract.articleParams,
    output: nothing,
    problems: [contract.notPossible],
    write: async (tx, { params }) => {
      await deleteArticle(tx, params.article);
      return undefined;
    },
  }),
  route({
    method: 'GET',
    path: `${base}/articles/:article/versions/:number`,
    summary: 'What was published as one version.',
    door: staff(may.readKnowledge),
    params: contract.versionParams,
    output: contract.versionShape,
    read: (db, { params }) => showVersion(db, params.article, params.number),
  }),
  route({
    method: 'POST',
    path: `${base}/articles/:article/versions/:number/restore`,
    summary: 'Make the text of an earlier version what is worked on; readers get it when it is published.',
    door: staff(may.writeKnowledge),
    ifMatch: true,
    params: contract.versionParams,
    output: contract.staffArticleShape,
    write: async (tx, { params: { article, number } }, { session, version }) => {
      await restoreVersion(tx, article, number, version, session.person.id);
      return showArticle(tx.db, article, tx.now);
    },
  }),
  route({
    method: 'POST',
    path: `${base}/preview`,
    summary: 'Markdown as readers will see it.',
    door: staff(may.readKnowledge),
    body: contract.previewBody,
    output: contract.previewShape,
    act: (_ctx, { body }) => Promise.resolve(renderArticle(body.body)),
  }),
  route({
    method: 'GET',
    path: `${base}/categories`,
    summary: 'Every category in its order.',
    door: staff(may.readKnowledge),
    output: contract.categoriesShape,
    read: (db) => listCategories(db),
  }),
  route({
    method: 'POST',
    path: `${base}/categories`,
    summary: 'Add a category after the others.',
    door: staff(may.writeKnowledge),
    body: contract.categoryBody,
    output: contract.categoriesShape,
    status: 201,
    problems: [contract.slugTaken],
    write: async (tx, { body }) => {
      await addCategory(tx, body);
      return listCategories(tx.db);
    },
  }),
  route({
    method: 'PATCH',
    path: `${base}/categories/:category`,
    summary: 'Change a category.',
    door: staff(may.writeKnowledge),
    ifMatch: true,
    params: contract.categoryParams,
    body: contract.categoryPatch,
    output: contract.categoriesShape,
    problems: [contract.slugTaken],
    write: async (tx, { params, body }, { version }) => {
      await changeCategory(tx, params.category, version, body);
      return listCategories(tx.db);
    },
  }),
  route({
    method: 'DELETE',
    path: `${base}/categories/:category`,
    summary: 'Remove a category that has no articles.',
    door: staff(may.writeKnowledge),
    params: contract.categoryParams,
    output: nothing,
    problems: [contract.categoryInUse],
    write: async (tx, { params }) => {
      await removeCategory(tx, params.category);
      return undefined;
    },
  }),
  route({
    method: 'PUT',
    path: `${base}/categories`,
    summary: 'Put the categories into a new order.',
    door: staff(may.writeKnowledge),
    body: contract.orderBody,
    output: contract.categoriesShape,
    problems: [contract.orderIncomplete],
    write: async (tx, { body }) => {
      await orderCategories(tx, body.categories);
      return listCategories(tx.db);
    },
  }),
  route({
    method: 'GET',
    path: `${base}/insights`,
    summary: 'What people did not find, whether articles spared tickets, and what readers said.',
    door: staff(may.readKnowledge),
    output: contract.insightsShape,
    act: (ctx) => ctx.read((db) => readInsights(db, ctx.clock.now())),
  }),
  route({
    method: 'POST',
    path: `${base}/misses/forget`,
    summary: 'Take a search off the list of those that found nothing.',
    door: staff(may.writeKnowledge),
    body: contract.missBody,
    output: nothing,
    write: async (tx, { body }) => {
      await forgetMiss(tx, body);
      return undefined;
    },
  }),
];

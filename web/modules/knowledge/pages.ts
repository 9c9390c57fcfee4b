import type { PageSpec, Pages } from '../../kernel/pages/pages.ts';

const read = '/api/knowledge/:locale';
const staff = '/api/console/knowledge';

/** What everybody reads at `/knowledge`, and members inside their organization. */
const places = {
  '': { page: 'shelves-page', shape: 'overview', data: [read] },
  '/search': { page: 'search-page', shape: 'list', data: [`${read}/search{?q,category}`, read] },
  '/topics/:category': { page: 'category-page', shape: 'list', data: [`${read}/categories/:category`] },
  '/:article': { page: 'article-page', shape: 'detail', data: [`${read}/articles/:article`] },
} as const satisfies Record<string, PageSpec>;

const under = (base: `/${string}`, more: Partial<PageSpec>): Pages =>
  Object.fromEntries(Object.entries(places).map(([path, spec]) => [`${base}${path}`, { ...spec, ...more }]));

export const portalPages: Pages = {
  ...under('/knowledge', { frame: 'public' }),
  ...under('/o/:slug/knowledge', {}),
};

const need = 'knowledge.read';

export const consolePages: Pages = {
  '/console/knowledge': {
    page: 'articles-page',
    shape: 'list',
    need,
    data: [`${staff}/articles{?state,category,missing,changed,q}`, `${staff}/categories`],
  },
  '/console/knowledge/new': {
    page: 'new-article-page',
    shape: 'form',
    need: 'knowledge.write',
    data: [`${staff}/categories`],
  },
  '/console/knowledge/articles/:articleId': {
    page: 'article-page',
    shape: 'form',
    need,
    data: [`${staff}/articles/:articleId`, `${staff}/categories`],
  },
  '/console/knowledge/categories': {
    page: 'categories-page',
    shape: 'list',
    need,
    data: [`${staff}/categories`],
  },
  '/console/knowledge/insights': {
    page: 'insights-page',
    shape: 'overview',
    need,
    data: [`${staff}/insights`],
  },
};

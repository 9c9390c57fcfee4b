import type { FastifyInstance } from 'fastify';
import { publicOnly } from '../../kernel/db/scope.ts';
import type { Store } from '../../modules/catalog/contract.ts';
import { listAddresses } from '../../modules/knowledge/index.ts';
import type { Clientarea } from '../compose.ts';
import { addressOf } from './describe-page.ts';
import { escape } from './html.ts';

/** `robots.txt` and the list of public pages. */
export function tellSearchEngines(app: FastifyInstance, clientarea: Clientarea): void {
  const { publicUrl } = clientarea.system('pages');
  const kept = { 'Cache-Control': 'public, max-age=3600' };
  app.get('/robots.txt', { schema: { hide: true } }, (_request, reply) =>
    reply
      .headers(kept)
      .type('text/plain; charset=utf-8')
      .send(
        [
          'User-agent: *',
          ...['/api/', '/console', '/o/', '/account/', '/order/'].map((path) => `Disallow: ${path}`),
          `Sitemap: ${new URL('/sitemap.xml', publicUrl).href}`,
          '',
        ].join('\n'),
      ),
  );
  app.get('/sitemap.xml', { schema: { hide: true } }, async (_request, reply) =>
    reply
      .headers(kept)
      .type('application/xml; charset=utf-8')
      .send(sitemap(await publicPaths(clientarea), publicUrl)),
  );
}

/** As a visitor sees them, whoever asks: the list is kept by caches. */
async function publicPaths(clientarea: Clientarea): Promise<string[]> {
  const store = (await clientarea.http.inject({ url: '/api/catalog' })).json<Store>();
  const products = store.groups.flatMap((group) => group.products);
  const articles = await clientarea.within(publicOnly).read(listAddresses);
  return [
    '/store',
    ...products.map(({ slug }) => `/store/${slug}`),
    '/knowledge',
    ...articles.map((address) => `/knowledge/${address}`),
    '/order-status',
    '/contact',
  ];
}

function sitemap(paths: readonly string[], publicUrl: URL): string {
  const entries = paths.map((path) => {
    const languages = (['id', 'en'] as const).map(
      (locale) =>
        `<xhtml:link rel="alternate" hreflang="${locale}" href="${escape(addressOf(publicUrl, path, locale))}"/>`,
    );
    return `<url><loc>${escape(addressOf(publicUrl, path, null))}</loc>${languages.join('')}</url>`;
  });
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" ` +
    `xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join('\n')}\n</urlset>\n`
  );
}

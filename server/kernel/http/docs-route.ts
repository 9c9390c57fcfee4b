import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { docsPage } from './docs-page.ts';

const hidden = { hide: true } as object;

/** The API's description for machines at `/api/openapi.json`, and for people, made from it, at `/api/docs`. */
export function docsRoutes(app: FastifyInstance): void {
  let document: string | undefined;
  app.get('/api/openapi.json', { schema: hidden }, async (_request, reply) => {
    document ??= JSON.stringify(app.swagger());
    return reply
      .type('application/json; charset=utf-8')
      .header('Cache-Control', 'public, max-age=300')
      .send(document);
  });
  app.get('/api/docs', { schema: hidden }, async (_request, reply) => {
    const nonce = randomBytes(16).toString('base64');
    return reply
      .type('text/html; charset=utf-8')
      .header(
        'Content-Security-Policy',
        `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
      )
      .send(docsPage(app.swagger() as never, nonce));
  });
}

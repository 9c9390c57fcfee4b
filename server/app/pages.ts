import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { brand as brandSetting } from '../kernel/brand.ts';
import type { Brand } from '../kernel/brand.ts';
import type { Session } from '../kernel/auth/actor.ts';
import { publicOnly } from '../kernel/db/scope.ts';
import { readCookie } from '../kernel/http/cookie.ts';
import { readSetting } from '../kernel/settings.ts';
import { countUnread } from '../modules/notifications/index.ts';
import { describeSession } from '../modules/identity/index.ts';
import { brandCss } from '../../web/kernel/brand/css.ts';
import { chunkFiles, pageKeys } from '../../web/kernel/pages/chunks.ts';
import type { Manifest } from '../../web/kernel/pages/chunks.ts';
import { dataUrls, matchPage } from '../../web/kernel/pages/match.ts';
import type { PageMatch } from '../../web/kernel/pages/match.ts';
import type { PageEntry } from '../../web/kernel/pages/pages.ts';
import { consolePages } from '../../web/console/pages.ts';
import { portalPages } from '../../web/portal/pages.ts';
import type { Clientarea } from './compose.ts';
import { projectFolder } from './folders.ts';
import { StartupError } from './startup-error.ts';

interface Shell {
  name: 'portal' | 'console';
  html: string;
  pages: readonly PageEntry[];
}

const folder = new URL('web/dist/', projectFolder);

/**
 * Serves the two shells and their files. Every page is HTML that paints before its script runs and carries the session, the brand
 * and the answers the page would ask for first, so that there is one round trip and no waterfall.
 */
export async function servePages(
  app: FastifyInstance,
  clientarea: Clientarea,
  version: string,
): Promise<void> {
  if (!existsSync(new URL('portal/index.html', folder)))
    throw new StartupError('web/dist', 'is missing: run npm run build');
  const read = (name: string) => readFile(new URL(name, folder), 'utf8');
  const manifest = JSON.parse(await read('manifest.json')) as Manifest;
  const shells: Shell[] = [
    { name: 'console', html: await read('console/index.html'), pages: consolePages },
    { name: 'portal', html: await read('portal/index.html'), pages: portalPages },
  ];
  await app.register(fastifyStatic, {
    root: fileURLToPath(folder),
    index: false,
    wildcard: false,
    preCompressed: true,
    globIgnore: ['**/*.html', 'manifest.json', '**/*.br', '**/*.gz'],
    setHeaders(reply, path) {
      void reply.header(
        'Cache-Control',
        /\/assets\//.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    const url = new URL(request.url, 'http://host');
    const shell = /^\/console(\/|$)/.test(url.pathname) ? shells[0]! : shells[1]!;
    const match = matchPage(shell.pages, url.pathname);
    const session = await request.session();
    if (url.pathname === '/') return reply.redirect(firstPage(session), 302);
    const nonce = randomBytes(16).toString('base64');
    const html = await fill(clientarea, shell, { match, session, nonce, url, manifest, request, version });
    return reply
      .code(match ? 200 : 404)
      .type('text/html; charset=utf-8')
      .header('Content-Security-Policy', contentSecurityPolicy(nonce))
      .send(html);
  });
}

/** Where somebody begins who asks for nothing in particular. */
function firstPage(session: Session | null): string {
  if (!session) return '/sign-in';
  const [organization] = session.organizations;
  if (organization) return `/o/${organization.slug}`;
  return session.staffRoles.length > 0 ? '/console' : '/organizations/new';
}

function contentSecurityPolicy(nonce: string): string {
  return [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `manifest-src 'self'`,
    `worker-src 'self'`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}

async function fill(
  clientarea: Clientarea,
  shell: Shell,
  of: {
    match: PageMatch | null;
    session: Session | null;
    nonce: string;
    url: URL;
    manifest: Manifest;
    request: FastifyRequest;
    version: string;
  },
): Promise<string> {
  const { match, session, nonce, url, manifest, request, version } = of;
  const anonymous = clientarea.within(publicOnly);
  const [{ value: brand }, unread, data] = await Promise.all([
    anonymous.read((db) => readSetting(db, brandSetting)),
    session
      ? clientarea
          .within({ kind: 'clients', organizations: [], person: session.person.id })
          .read((db) => countUnread(db, session.person.id))
      : 0,
    firstAnswers(clientarea, match, session, url, request),
  ]);
  const locale = session?.person.locale ?? preferredLocale(request);
  const boot = {
    session: session ? { ...describeSession(session, clientarea.product.permissions), unread } : null,
    brand,
    locale,
    data,
    version,
  };
  return shell.html
    .replace('<!--boot-->', () => JSON.stringify(boot).replaceAll('<', '\\u003c'))
    .replace('<!--head-->', () =>
      head(brand, nonce, chunkFiles(manifest, pageKeys(shell.name, match?.entry ?? null, locale))),
    )
    .replaceAll('__NONCE__', nonce)
    .replace('__LANG__', locale)
    .replace('__THEME__', session?.person.theme ?? chosenTheme(request));
}

/** The answers the page asks for first, by URL, read through the API's own routes with the visitor's own session. */
async function firstAnswers(
  clientarea: Clientarea,
  match: PageMatch | null,
  session: Session | null,
  url: URL,
  request: FastifyRequest,
): Promise<Record<string, unknown>> {
  const organization = session?.organizations.find(({ slug }) => slug === match?.params.slug);
  const urls = dataUrls(match?.entry.data ?? [], match?.params ?? {}, url.searchParams, organization?.id);
  const answers = await Promise.all(
    urls.map(async (address) => {
      const answer = await clientarea.http.inject({
        url: address,
        headers: { cookie: request.headers.cookie ?? '' },
        remoteAddress: request.ip,
      });
      return answer.statusCode === 200 ? [[address, answer.json<unknown>()]] : [];
    }),
  );
  return Object.fromEntries(answers.flat());
}

function head(brand: Brand, nonce: string, chunks: readonly string[]): string {
  const preloads = chunks
    .map((file) => `<link rel="modulepreload" href="/${file}" nonce="${nonce}">`)
    .join('');
  return (
    `<title>${escape(brand.name)}</title><meta name="theme-color" content="${brand.accent}">` +
    `<style nonce="${nonce}">${brandCss(brand)}</style>${preloads}`
  );
}

/** What was chosen before signing in, else the browser's wish, else Indonesian. */
function preferredLocale(request: FastifyRequest): 'id' | 'en' {
  const chosen = readCookie(request.headers.cookie, 'locale');
  if (chosen === 'id' || chosen === 'en') return chosen;
  const wanted = (request.headers['accept-language'] ?? '').toLowerCase().split(',');
  const first = wanted.map((tag) => tag.trim().slice(0, 2)).find((tag) => tag === 'id' || tag === 'en');
  return first === 'en' ? 'en' : 'id';
}

function chosenTheme(request: FastifyRequest): 'light' | 'dark' | 'system' {
  const chosen = readCookie(request.headers.cookie, 'theme');
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

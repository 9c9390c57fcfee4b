import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { Session } from '../../kernel/auth/actor.ts';
import { matchPage } from '../../../web/kernel/pages/match.ts';
import { brandFiles, serveBrandFiles } from './brand-files.ts';
import { answerForms } from './answer-forms.ts';
import { leadToOrder, wantedOrder } from './lead-to-order.ts';
import { answerPage } from './answer-page.ts';
import type { House } from './answer-page.ts';
import { answerPublicPage } from './answer-public-page.ts';
import { tellSearchEngines } from './search-engines.ts';
import { readBuiltWeb, webFolder } from './shells.ts';
import { takeSamlAnswers } from './take-saml-answers.ts';

/**
 * Serves the two shells and their files. Every page is HTML that paints before its script runs and carries the session, the brand
 * and the answers the page would ask for first, so that there is one round trip and no waterfall. Pages for everybody are drawn here.
 */
export async function servePages(
  app: FastifyInstance,
  { clientarea, live, version }: Omit<House, 'web'>,
): Promise<void> {
  const web = await readBuiltWeb();
  await serveFiles(app);
  const house = { clientarea, live, web, version };
  serveBrandFiles(app, clientarea);
  tellSearchEngines(app, clientarea);
  const { publicUrl } = clientarea.system('pages');
  leadToOrder(app, clientarea);
  await answerForms(app, house);
  await takeSamlAnswers(app, clientarea);
  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    const url = new URL(request.url, 'http://host');
    const shell = /^\/console(\/|$)/.test(url.pathname) ? web.console : web.portal;
    const match = matchPage(shell.pages, url.pathname);
    const session = await request.session();
    if (url.pathname === '/') return reply.redirect(firstPage(session, wantedOrder(request, publicUrl)), 302);
    if (session?.owesSecondStep && !match?.entry.frame) return reply.redirect('/account/second-step', 302);
    const visit = { request, url, session };
    if (match && (match.entry.frame === 'public' || match.entry.drawn))
      return answerPublicPage(house, { ...visit, match }, reply);
    return answerPage(house, { ...visit, shell, match }, reply);
  });
}

/** The thousand files of `assets` share one route, each of the few beside them has its own: a route costs time at every start. */
async function serveFiles(app: FastifyInstance): Promise<void> {
  const root = fileURLToPath(webFolder);
  await app.register(fastifyStatic, {
    root,
    index: false,
    wildcard: false,
    preCompressed: true,
    globIgnore: ['**/*.html', 'manifest.json', '**/*.br', '**/*.gz', 'assets/**', 'server/**', ...brandFiles],
    setHeaders(reply, path) {
      void reply.header(
        'Cache-Control',
        /\/assets\//.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
      // A worker fetches under the policy it came with. The path may be that of a compressed copy.
      if (/\/sw\.js(\.\w+)?$/.test(path))
        void reply.header('Content-Security-Policy', `default-src 'none'; connect-src 'self'`);
    },
  });
  const assets = new Set(await readdir(join(root, 'assets')));
  app.get<{ Params: { file: string } }>('/assets/:file', { schema: { hide: true } }, (request, reply) => {
    const { file } = request.params;
    return assets.has(file) ? reply.sendFile(`assets/${file}`) : reply.callNotFound();
  });
}

/** Where somebody begins who asks for nothing in particular. */
function firstPage(session: Session | null, wanted: string | null): string {
  if (!session) return '/sign-in';
  if (wanted) return wanted;
  const [organization] = session.organizations;
  if (organization) return `/o/${organization.slug}`;
  return session.staffRoles.length > 0 ? '/console' : '/organizations/new';
}

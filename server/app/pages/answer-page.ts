import type { FastifyReply, FastifyRequest } from 'fastify';
import { chunkFiles, pageKeys } from '../../../web/kernel/pages/chunks.ts';
import type { PageMatch } from '../../../web/kernel/pages/match.ts';
import type { Session } from '../../kernel/auth/actor.ts';
import { brand as brandSetting } from '../../kernel/brand.ts';
import type { Brand } from '../../kernel/brand.ts';
import { publicOnly } from '../../kernel/db/scope.ts';
import type { LiveHub } from '../../kernel/live.ts';
import { readSetting } from '../../kernel/settings.ts';
import { describeSession } from '../../modules/identity/index.ts';
import { countUnread } from '../../modules/notifications/index.ts';
import type { Clientarea } from '../compose.ts';
import { firstAnswers } from './answers.ts';
import type { Answers } from './answers.ts';
import { escape, fill } from './html.ts';
import { contentSecurityPolicy, freshNonce } from './policy.ts';
import type { BuiltWeb, Shell } from './shells.ts';
import { localeOf, themeOf } from './visitor.ts';
import type { Locale } from './visitor.ts';

/** What pages are made from. */
export interface House {
  clientarea: Clientarea;
  live: Pick<LiveHub, 'position'>;
  web: BuiltWeb;
  version: string;
}

export interface Visit {
  request: FastifyRequest;
  url: URL;
  session: Session | null;
}

/** What comes with a page: who is here, how the business looks, and the first answers. */
export interface Luggage {
  brand: Brand;
  locale: Locale;
  boot: object;
  answers: Answers;
}

/** The zone of times that people without an account read: that of mails to them. */
const timeZone = 'Asia/Jakarta';

/** Gathers what comes with a page; `also` are answers known already. */
export async function pack(
  { clientarea, live, version }: House,
  { request, url, session }: Visit,
  match: PageMatch | null,
  also: Record<string, unknown> = {},
): Promise<Luggage> {
  const locale = localeOf(request, url, session);
  // Before anything is read: from here on the page listens, so that nothing that happens meanwhile is missed.
  const since = session && String(live.position());
  const [{ value: brand }, unread, answers] = await Promise.all([
    clientarea.within(publicOnly).read((db) => readSetting(db, brandSetting)),
    session
      ? clientarea
          .within({ kind: 'clients', organizations: [], person: session.person.id })
          .read((db) => countUnread(db, session.person.id))
      : 0,
    firstAnswers(clientarea, match, session, url, request),
  ]);
  const boot = {
    session: session ? { ...describeSession(session, clientarea.product.permissions), unread } : null,
    brand,
    locale,
    timeZone,
    since,
    data: { ...answers.data, ...also },
    version,
  };
  return { brand, locale, boot, answers };
}

/**
 * Answers with a page of somebody. Those of an organization whose first answers are all here are drawn, as all of what they show is
 * known; of others the skeleton is sent, in which the browser draws them.
 */
export async function answerPage(
  house: House,
  visit: Visit & { shell: Shell; match: PageMatch | null },
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { shell, match, request, session } = visit;
  const { brand, locale, boot, answers } = await pack(house, visit, match);
  const known = shell.name === 'portal' && session && match && !match.entry.frame && answers.status === 200;
  const drawn = known && match.params.slug ? await draw(house, { ...visit, match }, boot) : null;
  const nonce = freshNonce();
  const html = fill(shell, {
    locale,
    theme: themeOf(request, session),
    brand,
    boot,
    head: `<title>${escape(brand.name)}</title>`,
    chunks: chunkFiles(house.web.manifest, pageKeys(shell.name, match?.entry ?? null, locale)),
    body: drawn?.html ?? null,
  });
  return reply
    .code(match ? 200 : 404)
    .type('text/html; charset=utf-8')
    .header('Content-Security-Policy', contentSecurityPolicy(nonce))
    .send(html.replaceAll('__NONCE__', nonce));
}

/** A page that cannot be drawn here is drawn by the browser, as all were before. */
async function draw({ web }: House, { match, url, request }: Visit & { match: PageMatch }, boot: object) {
  const { pathname, search } = url;
  try {
    return await web.render({ match, pathname, search, boot, missing: false });
  } catch (error) {
    request.log.warn({ error, page: match.entry.pattern }, 'a page could not be drawn on the server');
    return null;
  }
}

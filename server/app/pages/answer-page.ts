import type { FastifyReply, FastifyRequest } from 'fastify';
import { pageKeys } from '../../../web/kernel/pages/chunks.ts';
import type { PageMatch } from '../../../web/kernel/pages/match.ts';
import type { Over, Session } from '../../kernel/auth/actor.ts';
import { brand as brandSetting } from '../../kernel/brand.ts';
import type { Brand } from '../../kernel/brand.ts';
import type { LiveHub } from '../../kernel/live.ts';
import { readSetting } from '../../kernel/settings.ts';
import { describeSession } from '../../modules/identity/index.ts';
import { countUnread } from '../../modules/notifications/index.ts';
import type { Clientarea } from '../compose.ts';
import { firstAnswers } from './answers.ts';
import type { Answers } from './answers.ts';
import { escape, fill } from './html.ts';
import { freshNonce } from './policy.ts';
import { sendPage } from './send-page.ts';
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
  /** What the page is about does not exist. */
  missing: boolean;
  /** Why the session is over whose cookie came along: told where one signs in again. */
  over: Over | null;
  /** Manifest keys of what the page is made of. */
  keys: readonly string[];
}

type Described = ReturnType<typeof describeSession>;

/** Gathers what comes with a page; `also` are answers known already. */
export async function pack(
  { clientarea, live, version, web }: House,
  { request, url, session }: Visit,
  shell: Shell['name'],
  match: PageMatch | null,
  also: Record<string, unknown> = {},
): Promise<Luggage> {
  const locale = localeOf(request, url, session);
  const who = session && describeSession(session, clientarea.product.permissions);
  const beside = shell === 'portal' && match ? web.beside(match, who, locale) : { data: [], keys: [] };
  // Before anything is read: from here on the page listens, so that nothing that happens meanwhile is missed.
  const since = session && String(live.position());
  const person = session?.person.id ?? null;
  const [[{ value: brand }, unread], answers] = await Promise.all([
    clientarea
      .within({ kind: 'clients', organizations: [], person })
      .read((db) => Promise.all([readSetting(db, brandSetting), person ? countUnread(db, person) : 0])),
    firstAnswers(clientarea, match, session, url, request, beside.data),
  ]);
  const over = match?.entry.frame === 'bare' ? await request.sessionOver() : null;
  const missing = isMissing(answers.status, match) && mayOpen(shell, match, who);
  const boot = {
    session: who && { ...who, unread },
    brand,
    locale,
    timeZone: clientarea.timeZone,
    since,
    data: { ...answers.data, ...also },
    missing,
    over,
    version,
  };
  return {
    brand,
    locale,
    boot,
    answers,
    missing,
    over,
    keys: [...pageKeys(shell, match?.entry ?? null, locale), ...beside.keys],
  };
}

/** On pages for everybody an address that makes no sense is one of nothing. */
const isMissing = (status: number, match: PageMatch | null): boolean =>
  status === 404 || (status === 400 && match?.entry.frame === 'public');

/** The API says of what is not for somebody that it does not exist; the page then says that it is not for them. */
function mayOpen(shell: Shell['name'], match: PageMatch | null, who: Described | null): boolean {
  if (!match?.entry.need) return true;
  const inside = who?.organizations.find(({ slug }) => slug === match.params.slug);
  const permissions = shell === 'console' ? who?.staff?.permissions : inside?.permissions;
  return permissions?.includes(match.entry.need) ?? false;
}

/**
 * Answers with a page of somebody. Those of an organization whose first answers are all here are drawn, as all of what they show is
 * known; of others the skeleton is sent, in which the browser draws them. `posted` is what a form without script brought about.
 */
export async function answerPage(
  house: House,
  visit: Visit & { shell: Shell; match: PageMatch | null },
  reply: FastifyReply,
  posted?: { status: number; data: Record<string, unknown> },
): Promise<FastifyReply> {
  const { shell, match, request, session } = visit;
  const packed = await pack(house, visit, shell.name, match, posted?.data);
  const { brand, locale, boot, answers, missing, keys } = packed;
  const known = shell.name === 'portal' && session && match && !match.entry.frame;
  const drawn =
    known && match.params.slug && (missing || answers.status === 200)
      ? await draw(house, { ...visit, match }, boot, missing)
      : null;
  const nonce = freshNonce();
  const draft = fill(shell, {
    locale,
    theme: themeOf(request, session),
    brand,
    boot,
    head: `<title>${escape(brand.name)}</title>`,
    chunks: house.web.files(keys),
    body: drawn?.html ?? null,
  });
  return sendPage(request, reply.code(match && !missing ? (posted?.status ?? 200) : 404), draft, nonce);
}

/** A page that cannot be drawn here is drawn by the browser, as all were before. */
async function draw(
  { web }: House,
  { match, url, request }: Visit & { match: PageMatch },
  boot: object,
  missing: boolean,
) {
  const { pathname, search } = url;
  try {
    return await web.render({ match, pathname, search, boot, missing });
  } catch (error) {
    request.log.warn({ error, page: match.entry.pattern }, 'a page could not be drawn on the server');
    return null;
  }
}

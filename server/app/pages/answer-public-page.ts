import { randomUUID } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import type { PageMatch } from '../../../web/kernel/pages/match.ts';
import { hostCookie } from '../../kernel/http/cookie.ts';
import { answerPage, pack } from './answer-page.ts';
import type { House, Visit } from './answer-page.ts';
import { describePage } from './describe-page.ts';
import { fill } from './html.ts';
import { formKey } from './forms.ts';
import { contentSecurityPolicy, nonceFor } from './policy.ts';
import { sendPage } from './send-page.ts';
import { askedLocale, themeOf } from './visitor.ts';

/** How long a visitor's browser, or a cache before us, may show the page again without asking. */
const seconds = 60;

/**
 * Answers with a page that is for everybody, drawn here, so that it is there without script. `posted` is what a form without script
 * brought about: such an answer is for that one person and is kept nowhere.
 */
export async function answerPublicPage(
  house: House,
  visit: Visit & { match: PageMatch },
  reply: FastifyReply,
  posted?: { status: number; data: Record<string, unknown> },
): Promise<FastifyReply> {
  const { match, url, request, session } = visit;
  const { portal, files, render } = house.web;
  const { brand, locale, boot, answers, missing, over, keys } = await pack(
    house,
    visit,
    'portal',
    match,
    // What is sent from this drawing is taken once.
    match.entry.once || posted ? { ...posted?.data, [formKey]: randomUUID() } : {},
  );
  // Something is broken or too much was asked: the page says so itself.
  if (answers.status !== 200 && !missing) return answerPage(house, { ...visit, shell: portal }, reply);

  const drawn = await render({ match, pathname: url.pathname, search: url.search, boot, missing });
  const { html: body, head } = drawn!;
  const publicUrl = house.clientarea.system('pages').publicUrl;
  const draft = fill(portal, {
    locale,
    theme: themeOf(request, session),
    brand,
    boot,
    head: describePage({ ...head, hidden: head.hidden || missing }, { brand, locale, url, publicUrl }),
    chunks: files(keys),
    body,
  });
  const nonce = nonceFor(draft);
  const asked = session ? null : askedLocale(url);
  if (asked) void reply.header('Set-Cookie', `${hostCookie(publicUrl, 'locale', asked)}; Max-Age=31536000`);
  const status = posted?.status ?? (missing ? 404 : 200);
  if (status === 200 && !posted && !session && !over && !match.entry.once) {
    const tag = `W/"${nonce}"`;
    void reply
      .header('Cache-Control', asked ? 'private, no-cache' : `public, max-age=${seconds}`)
      .header('Vary', 'Accept-Language, Cookie')
      .header('ETag', tag);
    if (request.headers['if-none-match'] === tag)
      return reply.code(304).header('Content-Security-Policy', contentSecurityPolicy(nonce)).send();
  }
  return sendPage(request, reply.code(status), draft, nonce);
}

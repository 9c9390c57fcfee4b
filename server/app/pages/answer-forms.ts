import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { matchPage } from '../../../web/kernel/pages/match.ts';
import { crossSite, refuseCrossSite } from '../../kernel/http/cross-site.ts';
import { Problem } from '../../kernel/values/errors.ts';
import type { House } from './answer-page.ts';
import { answerPublicPage } from './answer-public-page.ts';
import { ask } from './answers.ts';

/** A form of a page that browsers without script send by themselves. What it says stands in the body and never in an address. */
interface PostedForm {
  path: string;
  api: string;
  fields: readonly string[];
  /** Shown again when it was not accepted. */
  shown: readonly string[];
  /** Where it leads when accepted; without it the page shows the answer. */
  leadsTo?: (url: URL) => string;
}

const forms: readonly PostedForm[] = [
  {
    path: '/order-status',
    api: '/api/order-status',
    fields: ['number', 'code'],
    shown: ['number', 'code'],
  },
  {
    path: '/sign-in',
    api: '/api/session',
    fields: ['email', 'password'],
    shown: ['email'],
    // Only a path of this site, never an address that somebody put in the link.
    leadsTo: (url) => /^\/(?![/\\])[!-~]*/.exec(url.searchParams.get('next') ?? '')?.[0] ?? '/',
  },
];

export async function answerForms(app: FastifyInstance, house: House): Promise<void> {
  await app.register(async (plain) => {
    plain.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 4_000 },
      (_request, body, done) => done(null, new URLSearchParams(body as string)),
    );
    for (const form of forms)
      plain.post(form.path, { schema: { hide: true } }, (request, reply) =>
        answerForm(house, form, request, reply),
      );
  });
}

async function answerForm(
  house: House,
  { path, api, fields, shown, leadsTo }: PostedForm,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { clientarea, web } = house;
  if (refuseCrossSite(request, clientarea.system('pages').publicUrl)) throw new Problem(crossSite);
  const sent = request.body as URLSearchParams;
  const taken = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, sent.get(name) ?? '']));
  const answer = await ask(clientarea, request, { method: 'POST', url: api, body: taken(fields) });
  const accepted = answer.statusCode < 300;
  const url = new URL(request.url, 'http://host');
  if (accepted && leadsTo)
    return reply.header('Set-Cookie', answer.headers['set-cookie'] ?? []).redirect(leadsTo(url), 303);
  const json = answer.json<unknown>();
  const posted = {
    asked: taken(shown),
    answer: accepted ? json : null,
    problem: accepted ? null : json,
  };
  const match = matchPage(web.portal.pages, path)!;
  const visit = { request, url, session: await request.session(), match };
  return answerPublicPage(house, visit, reply, { status: answer.statusCode, data: { [path]: posted } });
}

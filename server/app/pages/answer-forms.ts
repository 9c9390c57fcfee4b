import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { matchPage } from '../../../web/kernel/pages/match.ts';
import { crossSite, refuseCrossSite } from '../../kernel/http/cross-site.ts';
import { Problem, notFound } from '../../kernel/values/errors.ts';
import type { House } from './answer-page.ts';
import { answerPublicPage } from './answer-public-page.ts';
import { post } from './answers.ts';
import { formKey, forms } from './forms.ts';
import type { PostedForm } from './forms.ts';
import { takePeople } from './take-people.ts';

export async function answerForms(app: FastifyInstance, house: House): Promise<void> {
  await app.register(async (plain) => {
    plain.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, body, done) => done(null, new URLSearchParams(body as string)),
    );
    for (const form of forms)
      plain.post(form.path, { schema: { hide: true }, bodyLimit: form.bytes ?? 4_000 }, (request, reply) =>
        answerForm(house, form, request, reply),
      );
    takePeople(plain, house);
  });
}

async function answerForm(
  house: House,
  form: PostedForm,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { clientarea, web } = house;
  const { path, fields, shown, leadsTo } = form;
  if (refuseCrossSite(request, clientarea.system('pages').publicUrl)) throw new Problem(crossSite);
  const sent = request.body as URLSearchParams;
  const page = typeof form.page === 'function' ? form.page(sent) : (form.page ?? path);
  const match = matchPage(web.portal.pages, page);
  if (!match) throw new Problem(notFound);
  const also = form.also?.(sent) ?? {};
  const taken = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, sent.get(name) ?? '']));
  const body = { ...taken(fields), ...also };
  const api = typeof form.api === 'string' ? form.api : form.api(sent);
  const answer = await post(clientarea, request, api, body, onceKey(sent.get(formKey), body));
  const accepted = answer.statusCode < 300;
  const url = new URL(request.url, 'http://host');
  if (accepted && leadsTo)
    return reply.header('Set-Cookie', answer.headers['set-cookie'] ?? []).redirect(leadsTo(url), 303);
  if (accepted && form.file) return passOn(answer, reply);
  const after = form.after ?? (accepted ? undefined : form.instead);
  const seen = after ? await post(clientarea, request, after, taken(shown)) : answer;
  const good = seen.statusCode < 300;
  const posted = {
    asked: { ...taken(shown), ...also },
    answer: good ? said(seen.body) : null,
    problem: accepted && good ? null : said((accepted ? seen : answer).body),
    ...(page === path ? {} : { did: path.slice(path.lastIndexOf('/') + 1) }),
  };
  const visit = { request, url, session: await request.session(), match };
  return answerPublicPage(house, visit, reply, {
    // A page is never without content.
    status: accepted ? (good ? 200 : seen.statusCode) : answer.statusCode,
    data: { [page]: posted },
  });
}

/**
 * The key under which a form without script is taken once: the time its page was drawn, with what it says. Pressed twice it is one
 * request; changed and sent again, another one.
 */
export function onceKey(drawn: string | null, body: object): string | null {
  if (!drawn || !/^[\w-]{20,64}$/.test(drawn)) return null;
  const content = createHash('sha256').update(JSON.stringify(body)).digest('base64url');
  return `${drawn}.${content}`;
}

/** A file as the API gave it, with what keeps browsers from running it. */
function passOn(answer: Awaited<ReturnType<typeof post>>, reply: FastifyReply): FastifyReply {
  for (const name of ['content-type', 'content-disposition', 'content-security-policy'])
    void reply.header(name, answer.headers[name]);
  return reply.send(answer.rawPayload);
}

/** What the API said; nothing where it said nothing. */
const said = (body: string): unknown => (body === '' ? {} : (JSON.parse(body) as unknown));

import type { FastifyInstance } from 'fastify';
import { matchPage } from '../../../web/kernel/pages/match.ts';
import { crossSite, refuseCrossSite } from '../../kernel/http/cross-site.ts';
import { Problem } from '../../kernel/values/errors.ts';
import { answerPublicPage } from './answer-public-page.ts';
import type { House } from './answer-page.ts';
import { ask } from './answers.ts';

const path = '/order-status';

/** The form of the order lookup as browsers without script send it. The code stands in the body and never in an address. */
export async function lookOrdersUp(app: FastifyInstance, house: House): Promise<void> {
  const { clientarea, web } = house;
  const publicUrl = clientarea.system('pages').publicUrl;
  await app.register(async (forms) => {
    forms.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 1_000 },
      (_request, body, done) => done(null, new URLSearchParams(body as string)),
    );
    forms.post(path, { schema: { hide: true } }, async (request, reply) => {
      if (refuseCrossSite(request, publicUrl)) throw new Problem(crossSite);
      const fields = request.body as URLSearchParams;
      const asked = { number: fields.get('number') ?? '', code: fields.get('code') ?? '' };
      const answer = await ask(clientarea, request, {
        method: 'POST',
        url: '/api/order-status',
        body: asked,
      });
      const found = answer.statusCode === 200;
      const json = answer.json<unknown>();
      const posted = { asked, order: found ? json : null, problem: found ? null : json };
      const visit = {
        request,
        url: new URL(request.url, 'http://host'),
        session: await request.session(),
        match: matchPage(web.portal.pages, path)!,
      };
      return answerPublicPage(house, visit, reply, { status: answer.statusCode, data: { [path]: posted } });
    });
  });
}

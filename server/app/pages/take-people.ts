import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { matchPage } from '../../../web/kernel/pages/match.ts';
import { crossSite, refuseCrossSite } from '../../kernel/http/cross-site.ts';
import { Problem, notFound } from '../../kernel/values/errors.ts';
import { isId } from '../../kernel/values/ids.ts';
import { answerPage } from './answer-page.ts';
import type { House } from './answer-page.ts';
import { post } from './answers.ts';

/** Whom the replies of a ticket go to, changed by the forms on its page where there is no script. */
export function takePeople(plain: FastifyInstance, house: House): void {
  plain.post(
    '/o/:slug/tickets/:ticketId/people',
    { schema: { hide: true }, bodyLimit: 4_000 },
    async (request, reply) => {
      const { clientarea, web } = house;
      if (refuseCrossSite(request, clientarea.system('pages').publicUrl)) throw new Problem(crossSite);
      const { slug, ticketId } = request.params as { slug: string; ticketId: string };
      const session = await request.session();
      const organization = session?.organizations.find((one) => one.slug === slug);
      if (!organization || !isId(ticketId)) throw new Problem(notFound);
      const tickets = `/o/${slug}/tickets`;
      const page = `${tickets}/${ticketId}`;
      const api = `/api/organizations/${organization.id}/tickets/${ticketId}`;
      const sent = request.body as URLSearchParams;
      const answer = await change(house, request, api, sent);
      if (answer.statusCode < 300) {
        // Who reads only what they follow may have left.
        const { status } = await clientarea.http.ask(request, api);
        return reply.redirect(status === 200 ? page : tickets, 303);
      }
      const url = new URL(page, 'http://host');
      const visit = { request, url, session, shell: web.portal, match: matchPage(web.portal.pages, page) };
      const asked = { address: sent.get('address') ?? '' };
      const posted = { asked, answer: null, problem: JSON.parse(answer.body) as unknown };
      return answerPage(house, visit, reply, {
        status: answer.statusCode,
        data: { [`${page}/people`]: posted },
      });
    },
  );
}

function change({ clientarea }: House, request: FastifyRequest, api: string, sent: URLSearchParams) {
  const out = (name: string) => encodeURIComponent(sent.get(name) ?? '');
  if (sent.has('unfollow'))
    return post(clientarea, request, `${api}/followers/${out('unfollow')}`, {}, null, 'DELETE');
  if (sent.has('uncopy'))
    return post(clientarea, request, `${api}/copied/${out('uncopy')}`, {}, null, 'DELETE');
  // The same address twice is copied once.
  return post(clientarea, request, `${api}/copied`, { address: sent.get('address') ?? '' }, randomUUID());
}

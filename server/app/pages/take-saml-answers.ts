import type { FastifyInstance } from 'fastify';
import { Problem, notFound } from '../../kernel/values/errors.ts';
import { isId } from '../../kernel/values/ids.ts';
import type { Clientarea } from '../compose.ts';

/** An answer with some hundred groups. */
const mostBytes = 300_000;

/**
 * Takes the form with which a SAML provider sends somebody back. It is the only change that may come from another site, so nothing here
 * goes by the browser: no cookie of it is read (ours do not come along anyway), and none is set. What was posted is kept with the sign-in
 * it names, and the browser is led on to the page of its connection, wherever the form wanted it; there it shows that it began.
 */
export async function takeSamlAnswers(app: FastifyInstance, { http }: Clientarea): Promise<void> {
  await app.register(async (plain) => {
    plain.removeAllContentTypeParsers();
    plain.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, body, done) => done(null, new URLSearchParams(body as string)),
    );
    plain.post(
      '/sign-in/return/:connection',
      { schema: { hide: true }, bodyLimit: mostBytes },
      async (request, reply) => {
        const { connection } = request.params as { connection: string };
        if (!isId(connection)) throw new Problem(notFound);
        const sent = (request.body ?? new URLSearchParams()) as URLSearchParams;
        const state = sent.get('RelayState') ?? '';
        const { statusCode } = await http.inject({
          method: 'POST',
          url: '/api/sso/answer',
          payload: { connection, state, answer: sent.get('SAMLResponse') ?? '' },
          remoteAddress: request.ip,
        });
        const page = `/sign-in/return/${connection}`;
        // Without its state the page says that this sign-in cannot go on.
        const query = statusCode < 300 ? `?${new URLSearchParams({ state }).toString()}` : '';
        return reply.redirect(page + query, 303);
      },
    );
  });
}

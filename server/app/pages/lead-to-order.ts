import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readCookie } from '../../kernel/http/cookie.ts';

const cookie = 'order';
/** Long enough to prove a mailbox; in seconds. */
const kept = 86_400;

/** What is taken along of a choice in the public store. */
const chosen = ['plan', 'cycle'];

/** The order that a visitor began before signing in, as the address that leads on. */
export function wantedOrder(request: FastifyRequest): string | null {
  const path = decodeURIComponent(readCookie(request.headers.cookie, cookie) ?? '');
  return /^\/order\/[a-z0-9-]+(\?[\w=&-]*)?$/.test(path) ? path : null;
}

/**
 * `/order/<product>?plan=…&cycle=…`, where the buttons of the public store lead: to the order flow of one's organization. On the way
 * a visitor signs in or up and makes an organization; the choice is kept in a cookie, as the link in a mail opens without it.
 */
export function leadToOrder(app: FastifyInstance): void {
  app.get('/order/:product', { schema: { hide: true } }, async (request, reply) => {
    const { product } = request.params as { product: string };
    const asked = request.query as Record<string, string>;
    const query = new URLSearchParams(
      chosen.flatMap((name) => (asked[name] ? [[name, asked[name]] as [string, string]] : [])),
    );
    const rest = `${encodeURIComponent(product)}${query.size > 0 ? `?${query.toString()}` : ''}`;
    const session = await request.session();
    const [organization] = session?.organizations ?? [];
    const keep = (path: string, maxAge: number) =>
      `${cookie}=${encodeURIComponent(path)}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax`;
    if (organization)
      return reply.header('Set-Cookie', keep('', 0)).redirect(`/o/${organization.slug}/order/${rest}`, 303);
    const here = `/order/${rest}`;
    return reply
      .header('Set-Cookie', keep(here, kept))
      .redirect(
        `${session ? '/organizations/new' : '/sign-in'}?${new URLSearchParams({ next: here }).toString()}`,
        303,
      );
  });
}

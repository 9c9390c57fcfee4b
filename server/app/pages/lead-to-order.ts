import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Clientarea } from '../compose.ts';
import { cookieName, hostCookie, readCookie } from '../../kernel/http/cookie.ts';

const cookie = 'order';
/** Long enough to prove a mailbox; in seconds. */
const kept = 86_400;

/** What is taken along of a choice in the public store. */
const chosen = ['plan', 'cycle', 'currency', 'code'];

/** The order that a visitor began before signing in, as the address that leads on. */
export function wantedOrder(request: FastifyRequest, publicUrl: URL): string | null {
  const path = unescaped(readCookie(request.headers.cookie, cookieName(publicUrl, cookie)) ?? '');
  return /^\/order\/[a-z0-9-]+(\?[\w=&-]*)?$/.test(path) ? path : null;
}

/** Empty when somebody put there what is not of our making. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/**
 * `/order/<product>?plan=…&cycle=…`, where the buttons of the public store lead: to the order flow of one's organization, and a visitor
 * to the checkout of guests. Where that is not open, or when they would rather, they sign in or up and make an organization; the choice
 * is kept in a cookie, as the link in a mail opens without it.
 */
export function leadToOrder(app: FastifyInstance, clientarea: Clientarea): void {
  const { publicUrl } = clientarea.system('pages');
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
      `${hostCookie(publicUrl, cookie, encodeURIComponent(path))}; HttpOnly; Max-Age=${maxAge}`;
    if (organization)
      return reply.header('Set-Cookie', keep('', 0)).redirect(`/o/${organization.slug}/order/${rest}`, 303);
    const here = `/order/${rest}`;
    if (!session && (await sellsToGuests(clientarea, request, rest)))
      return reply.header('Set-Cookie', keep(here, kept)).redirect(`/checkout/${rest}`, 303);
    return reply
      .header('Set-Cookie', keep(here, kept))
      .redirect(
        `${session ? '/organizations/new' : '/sign-in'}?${new URLSearchParams({ next: here }).toString()}`,
        303,
      );
  });
}

async function sellsToGuests({ http }: Clientarea, request: FastifyRequest, rest: string): Promise<boolean> {
  return (await http.ask(request, `/api/guest-orders/products/${rest.replace(/[?].*/, '')}`)).status === 200;
}

import type { FastifyRequest } from 'fastify';
import type { Call, AnyRoute, Door } from './route.ts';
import { Problem, invalidInput, notFound } from '../values/errors.ts';
import { actorOf, enterNoting, tell } from './handle.ts';
import type { Contextualize } from './handle.ts';
import { statusOfError } from './problem.ts';
import type { Limits } from './rate-limit.ts';
import type { Refusal } from './refusals.ts';

/** An answer of our own API: JSON text when the status is 200. */
export interface Told {
  status: number;
  text: string;
}

/** Asks a GET route of our own API in this process, as whoever sent `request`: the same door, the same limits, no HTTP in between. */
export type Ask = (request: FastifyRequest, url: string) => Promise<Told>;

/** Nobody reads the headers of such an answer. */
const unheard = { header: () => unheard };
const noCookies = { startSession() {}, endSession() {}, begin() {} };

export function createAsk(
  routes: readonly AnyRoute[],
  contextualize: Contextualize,
  limits: Limits,
  refused: (refusal: Refusal) => void,
): Ask {
  const find = routeFinder(routes);
  return async (request, url) => {
    try {
      const { pathname, searchParams } = new URL(url, 'http://host');
      const { route, params } = find(pathname);
      const caller = await request.caller();
      await limits(request, unheard, route, caller);
      const entered = enterNoting(route, caller, request, params, refused);
      const actor = actorOf(route, entered);
      const ctx = contextualize({ actor, scope: entered.scope, requestId: request.id });
      const input = {
        params: checked(route.params, params),
        query: checked(route.query, Object.fromEntries(searchParams)),
        body: undefined,
      };
      const call: Call<Door> = {
        session: entered.session,
        requestId: request.id,
        now: ctx.clock.now(),
        permissions: ctx.product.permissions,
        address: request.ip,
        userAgent: request.headers['user-agent'] ?? '',
        country: null,
        device: null,
        begun: null,
        version: 0,
        ...noCookies,
      };
      return {
        status: 200,
        text: await tell(route, ctx, input, { ...call, organization: entered.organization }),
      };
    } catch (error) {
      return { status: statusOfError(error, request), text: '' };
    }
  };
}

function checked(schema: AnyRoute['params'], value: object): unknown {
  if (!schema) return value;
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new Problem(invalidInput);
  return parsed.data;
}

const partsOf = (path: string) => path.split('/').filter(Boolean);

/** Finds the GET route of a path; a fixed part wins over a parameter. Throws `not_found`. */
function routeFinder(routes: readonly AnyRoute[]) {
  const readable = routes
    .filter(({ method, read, act }) => method === 'GET' && (read ?? act))
    .map((route) => ({ route, wanted: partsOf(route.path) }));
  return (pathname: string): { route: AnyRoute; params: Record<string, string> } => {
    const parts = partsOf(pathname);
    const found = readable
      .filter(({ wanted }) => wanted.length === parts.length)
      .filter(({ wanted }) => wanted.every((want, index) => want.startsWith(':') || want === parts[index]))
      .sort((a, b) => parameters(a.wanted) - parameters(b.wanted))[0];
    if (!found) throw new Problem(notFound);
    const named = found.wanted.flatMap((want, index) =>
      want.startsWith(':') ? [[want.slice(1), decodeURIComponent(parts[index]!)]] : [],
    );
    return { route: found.route, params: Object.fromEntries(named) as Record<string, string> };
  };
}

const parameters = (wanted: readonly string[]) => wanted.filter((want) => want.startsWith(':')).length;

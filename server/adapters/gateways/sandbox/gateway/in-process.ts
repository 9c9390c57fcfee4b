import type { FastifyInstance } from 'fastify';

/** A `fetch` that an app in this process answers, whatever host the address names: gateway and merchant need no port between them. */
export function fetchFrom(app: () => FastifyInstance): typeof fetch {
  return async (input, { method = 'GET', headers, body } = {}) => {
    const { pathname, search } = new URL(input instanceof Request ? input.url : input);
    const answer = await app().inject({
      method,
      url: pathname + search,
      headers: Object.fromEntries(new Headers(headers)),
      ...(body == null ? {} : { payload: body instanceof URLSearchParams ? String(body) : (body as string) }),
    });
    const kept = Object.entries(answer.headers).map(
      ([name, value]) => [name, String(value)] as [string, string],
    );
    const empty = answer.rawPayload.length === 0;
    return new Response(empty ? null : new Uint8Array(answer.rawPayload), {
      status: answer.statusCode,
      headers: kept,
    });
  };
}

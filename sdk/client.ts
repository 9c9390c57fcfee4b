import { ApiProblem } from './problem.ts';
import type { Body, Method, Paths, Request } from './types.ts';

export interface ClientOptions {
  /** Where the portal is, such as `https://portal.example.com`. */
  baseUrl: string;
  /** An API key (`ca_…`), with which a program acts. Without one somebody signs in. */
  apiKey?: string;
  /** Sent with every request. */
  headers?: Record<string, string>;
  /** Another `fetch`, such as one with a proxy or a timeout. */
  fetch?: typeof fetch;
}

export type Client = {
  [M in Method]: <P extends Paths<M>>(
    path: P,
    ...request: Record<never, never> extends Request<P, M> ? [Request<P, M>?] : [Request<P, M>]
  ) => Promise<Body<P, M>>;
};

/**
 * A client of the whole API, typed by its description. Methods resolve to the answer's body and reject with an `ApiProblem` when the
 * API refuses. Outside browsers the client keeps the cookies that signing in sets.
 */
export function createClient({ baseUrl, apiKey, headers = {}, fetch: send = fetch }: ClientOptions): Client {
  const cookies = new Map<string, string>();
  const call =
    (method: Method) =>
    async (template: string, request: AnyRequest = {}) => {
      const answer = await send(new URL(fill(template, request), baseUrl), {
        method: method.toUpperCase(),
        headers: {
          accept: 'application/json',
          ...(cookies.size > 0 ? { cookie: [...cookies.values()].join('; ') } : {}),
          ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}),
          ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(request.version === undefined ? {} : { 'if-match': `"${request.version}"` }),
          ...(method === 'post' ? { 'idempotency-key': request.key ?? crypto.randomUUID() } : {}),
          ...headers,
        },
        ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
        ...(request.signal ? { signal: request.signal } : {}),
      });
      // Browsers keep cookies themselves and show none.
      for (const line of answer.headers.getSetCookie()) {
        const pair = line.split(';')[0]!;
        cookies.set(pair.split('=')[0]!, pair);
      }
      if (!answer.ok) throw await ApiProblem.of(answer);
      return answer.status === 204 ? undefined : answer.json();
    };
  return {
    get: call('get'),
    post: call('post'),
    put: call('put'),
    patch: call('patch'),
    delete: call('delete'),
  } as Client;
}

/** A request as the code above sees it; what callers may write is `Request`. */
interface AnyRequest {
  path?: Record<string, string>;
  query?: Record<string, string | number | boolean | undefined>;
  body?: unknown;
  key?: string;
  version?: number;
  signal?: AbortSignal;
}

function fill(template: string, { path = {}, query = {} }: AnyRequest): string {
  const filled = template.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(path[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  return search.size === 0 ? filled : `${filled}?${search}`;
}

import { randomUUID } from 'node:crypto';
import type { Clientarea } from '../../app/compose.ts';

export interface TestAnswer<Body = any> {
  status: number;
  headers: Record<string, string | string[] | number | undefined>;
  body: Body;
  text: string;
}

export interface TestRequest {
  body?: unknown;
  key?: string;
  version?: number;
  headers?: Record<string, string>;
}

/** Somebody at the API. Keeps the session cookie like a browser; a POST carries a fresh Idempotency-Key unless told one. */
export interface TestClient {
  cookie: string | null;
  /** The cookie by which its device is known again. */
  device: string | null;
  get<Body = any>(url: string, request?: TestRequest): Promise<TestAnswer<Body>>;
  post<Body = any>(url: string, body?: unknown, request?: TestRequest): Promise<TestAnswer<Body>>;
  put<Body = any>(url: string, body?: unknown, request?: TestRequest): Promise<TestAnswer<Body>>;
  patch<Body = any>(url: string, version: number, body: unknown): Promise<TestAnswer<Body>>;
  delete<Body = any>(url: string): Promise<TestAnswer<Body>>;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export function anonymous(app: Clientarea, cookie: string | null = null): TestClient {
  const client: TestClient = {
    cookie,
    device: null,
    get: (url, request) => send('GET', url, request),
    post: (url, body, request) => send('POST', url, { key: randomUUID(), ...request, body }),
    put: (url, body, request) => send('PUT', url, { ...request, body }),
    patch: (url, version, body) => send('PATCH', url, { version, body }),
    delete: (url) => send('DELETE', url),
  };
  async function send(
    method: Method,
    url: string,
    { body, key, version, headers }: TestRequest = {},
  ): Promise<TestAnswer> {
    const answer = await app.http.inject({
      method,
      url,
      headers: {
        ...(client.cookie || client.device
          ? { cookie: [client.cookie, client.device].filter(Boolean).join('; ') }
          : {}),
        ...(key ? { 'idempotency-key': key } : {}),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    for (const set of [answer.headers['set-cookie'] ?? []].flat()) {
      const kept = set.includes('Max-Age=0') ? null : set.split(';')[0]!;
      if (/^(__Host-)?device=/.test(set)) client.device = kept;
      else client.cookie = kept;
    }
    const json = /json/.test(String(answer.headers['content-type']));
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: json ? answer.json() : undefined,
      text: answer.body,
    };
  }
  return client;
}

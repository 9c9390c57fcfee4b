import type { OperationRequest, World } from '../../../modules/provisioning/provisioner.ts';
import { exchange, jsonObject, retryAfter } from '../exchange.ts';
import type { OsbConfiguration } from './configuration.ts';

/** Our name as a platform, in `context.platform` and before the originating identity. */
export const platform = 'clientarea';

const maxBytes = 2 * 1024 * 1024;

export interface Call {
  method: 'GET' | 'PUT' | 'PATCH' | 'DELETE';
  /** Segments after `/v2`: words of the API and our own ids, of URL-safe characters. */
  path: readonly string[];
  query?: Readonly<Record<string, string | undefined>>;
  body?: object;
  headers?: Readonly<Record<string, string>>;
}

/** `body` is null when it is not a JSON object; `error` and `description` are the broker's words, empty when it has none. */
export type Reply =
  | { result: 'refused'; message: string }
  | { result: 'lost'; message: string }
  | {
      result: 'answered';
      status: number;
      headers: Headers;
      body: Record<string, unknown> | null;
      error: string;
      description: string;
      retryAfterSeconds: number | undefined;
    };

export type Send = (call: Call, by: Pick<OperationRequest, 'key' | 'actorId' | 'now'>) => Promise<Reply>;

/** Talks to one broker in version 2.17 of the API. */
export function brokerClient(settings: OsbConfiguration, world: World): Send {
  const base = settings.url.replace(/\/+$/, '');
  const login = Buffer.from(`${settings.username}:${settings.password}`).toString('base64');
  return async ({ method, path, query = {}, body, headers }, { key, actorId, now }) => {
    const url = new URL(`${base}/v2/${path.join('/')}`);
    for (const [name, value] of Object.entries(query)) if (value) url.searchParams.set(name, value);
    const got = await exchange(
      world.fetch,
      url.href,
      {
        method,
        headers: {
          ...headers,
          accept: 'application/json',
          authorization: `Basic ${login}`,
          'x-broker-api-version': '2.17',
          'x-broker-api-request-identity': key,
          ...(actorId === null ? {} : { 'x-broker-api-originating-identity': originatingIdentity(actorId) }),
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      },
      { timeoutSeconds: settings.timeoutSeconds, maxBytes },
    );
    if (got.result !== 'answered') return got;
    const answer = jsonObject(got.body);
    return {
      ...got,
      body: answer,
      error: word(answer?.error),
      description: word(answer?.description),
      retryAfterSeconds: retryAfter(got.headers, now),
    };
  };
}

function originatingIdentity(actorId: string): string {
  return `${platform} ${Buffer.from(JSON.stringify({ user_id: actorId })).toString('base64')}`;
}

function word(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

import { GatewayRefused, GatewayUnavailable } from '../../../modules/payments/gateway.ts';
import { errorShape } from './wire.ts';

const timeoutSeconds = 15;

export interface Api {
  baseUrl: string;
  apiKey: string;
  fetch: typeof fetch;
}

/**
 * GET without a body, POST with one; `key` makes repeating it harmless. Resolves with the answer's JSON, undefined when there is none.
 * Throws `GatewayRefused` and `GatewayUnavailable`.
 */
export async function send(api: Api, path: string, body?: object, key?: string): Promise<unknown> {
  const answer = await api
    .fetch(api.baseUrl + path, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${api.apiKey}`,
        ...(body && { 'content-type': 'application/json' }),
        ...(key && { 'idempotency-key': key }),
      },
      ...(body && { body: JSON.stringify(body) }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutSeconds * 1000),
    })
    .catch((error: unknown) => {
      throw new GatewayUnavailable('The gateway could not be reached.', !wasNeverSent(error), error);
    });
  const content: unknown = await answer.json().catch(() => undefined);
  if (answer.ok) return content;
  const refusal = errorShape.safeParse(content);
  const temporary = answer.status >= 500 || answer.status === 408 || answer.status === 429;
  if (temporary || !refusal.success) {
    throw new GatewayUnavailable(`The gateway answered ${answer.status}.`, true);
  }
  throw new GatewayRefused(refusal.data.error.code, refusal.data.error.message);
}

function wasNeverSent(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause as { code?: unknown } | undefined) : undefined;
  return cause?.code === 'ECONNREFUSED' || cause?.code === 'ENOTFOUND';
}

/**
 * What came of one HTTP exchange. `refused`: it never reached the other side, so nothing happened there. `lost`: it may have.
 * `body` is null when it broke off or was longer than allowed.
 */
export type Exchange =
  | { result: 'answered'; status: number; headers: Headers; body: string | null }
  | { result: 'refused'; message: string }
  | { result: 'lost'; message: string };

export interface Limits {
  /** For the whole exchange, connecting and reading included. */
  timeoutSeconds: number;
  maxBytes: number;
}

/** What fails before a request is sent: an address that may not be asked, no name, no route, no listener, no trusted certificate. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ADDRESS_REFUSED',
  'CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** One HTTP request. Never throws, and follows no redirect: it would carry credentials to an address nobody configured. */
export async function exchange(
  send: typeof fetch,
  url: string,
  request: { method: string; headers: Record<string, string>; body?: string },
  limits: Limits,
): Promise<Exchange> {
  const signal = AbortSignal.timeout(limits.timeoutSeconds * 1000);
  try {
    const response = await send(url, { ...request, redirect: 'manual', signal });
    const body = await readUpTo(response, limits.maxBytes);
    return { result: 'answered', status: response.status, headers: response.headers, body };
  } catch (error) {
    if (signal.aborted) return { result: 'lost', message: `no answer within ${limits.timeoutSeconds} s` };
    const code = causeCode(error);
    if (neverSent.has(code)) return { result: 'refused', message: `cannot connect (${code})` };
    return { result: 'lost', message: `the connection broke (${code})` };
  }
}

/** An answer that has a status is an answer, whatever becomes of its body. */
async function readUpTo(response: Response, maxBytes: number): Promise<string | null> {
  if (!response.body) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body) {
      size += chunk.byteLength;
      if (size > maxBytes) return null;
      chunks.push(chunk);
    }
  } catch {
    return null;
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** `fetch` hides the reason one or two levels down. */
function causeCode(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string') return cause.code;
  }
  return 'no reason given';
}

/** Seconds asked for by `Retry-After`, which may be a number or a date. */
export function retryAfter(headers: Headers, now: Date): number | undefined {
  const text = headers.get('retry-after');
  if (text === null) return undefined;
  const seconds = /^\d{1,9}$/.test(text.trim()) ? Number(text) : (Date.parse(text) - now.getTime()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, Math.ceil(seconds));
}

/** The JSON object in a body, or null for anything else. */
export function jsonObject(body: string | null): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(body ?? '');
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

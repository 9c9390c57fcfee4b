import { createHmac, timingSafeEqual } from 'node:crypto';

/** Standard Webhooks 1.0, symmetric: `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`. */
export interface SignedHeaders {
  'webhook-id': string;
  /** Unix seconds. */
  'webhook-timestamp': string;
  'webhook-signature': string;
}

/** The key in a secret written as `whsec_<base64>`: 24 to 64 bytes, or null when it is not written so. */
export function signingKey(secret: string): Buffer | null {
  const match = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(secret);
  const key = Buffer.from(match?.[1] ?? '', 'base64');
  return key.length >= 24 && key.length <= 64 ? key : null;
}

export function sign(key: Buffer, id: string, body: string, now: Date): SignedHeaders {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${digest(key, id, timestamp, body)}`,
  };
}

/** Whether the sender knew the key, signed this very body, and did so within `toleranceSeconds` of now. Several signatures may be given. */
export function verify(
  key: Buffer,
  headers: Partial<Record<keyof SignedHeaders, string>>,
  body: string,
  now: Date,
  toleranceSeconds = 300,
): boolean {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures } = headers;
  if (!id || !timestamp || !signatures || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > toleranceSeconds) return false;
  const expected = Buffer.from(digest(key, id, timestamp, body));
  return signatures.split(' ').some((signature) => {
    const given = Buffer.from(signature.startsWith('v1,') ? signature.slice(3) : '');
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}

function digest(key: Buffer, id: string, timestamp: string, body: string): string {
  return createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
}

import { createHmac } from 'node:crypto';
import { sameText } from '../../../kernel/crypto.ts';

/** Unix seconds at which this delivery was signed. */
export const timestampHeader = 'sandbox-timestamp';
/** One or more lower-case hex digests after `v1=`, separated by commas: one per secret while secrets are exchanged. */
export const signatureHeader = 'sandbox-signature';

/** HMAC-SHA256 over `<timestamp>.<body>`, in hex. */
export function digest(secret: string, timestamp: string, body: Buffer | string): string {
  return createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex');
}

export function signedHeaders(secret: string, now: Date, body: string): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  return { [timestampHeader]: timestamp, [signatureHeader]: `v1=${digest(secret, timestamp, body)}` };
}

/** Whether any of the signatures was made with any of the secrets. */
export function isSigned(
  secrets: readonly string[],
  timestamp: string,
  signatures: string,
  body: Buffer,
): boolean {
  const given = signatures.split(',').map((part) => part.trim());
  return secrets.some((secret) => {
    const expected = `v1=${digest(secret, timestamp, body)}`;
    return given.some((one) => sameText(one, expected));
  });
}

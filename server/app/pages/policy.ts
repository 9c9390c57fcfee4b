import { createHmac, randomBytes } from 'node:crypto';
import type { Draft } from './html.ts';

const key = randomBytes(32);

/** A nonce that nobody could know before. */
export const freshNonce = (): string => randomBytes(16).toString('base64');

/**
 * The nonce of a page that is kept by browsers and asked for again with its ETag: the same for the same text, so that a kept page
 * and the policy of a 304 agree. Whoever slips something into the page changes its text, and with it the nonce, unforeseeably.
 */
export function nonceFor({ texts }: Draft): string {
  const mac = createHmac('sha256', key);
  for (const text of Object.values(texts)) mac.update(text).update('\0');
  return mac.digest('base64').slice(0, 24);
}

export function contentSecurityPolicy(nonce: string): string {
  return [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `manifest-src 'self'`,
    `worker-src 'self'`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
    // Text becomes markup or script only by the policy in web/kernel/trusted.ts.
    `require-trusted-types-for 'script'`,
    `trusted-types clientarea`,
  ].join('; ');
}

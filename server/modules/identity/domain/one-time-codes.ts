import { Secret, TOTP } from 'otpauth';
import { sameText } from '../../../kernel/crypto.ts';

// What all authenticator apps can do: SHA-1, six digits, 30 seconds (RFC 6238).
const stepSeconds = 30;

export const newSecret = (): string => new Secret({ size: 20 }).base32;

/** The address that authenticator apps read from a QR picture. */
export function appAddress(secret: string, issuer: string, account: string): string {
  return totp(secret, { issuer, label: account }).toString();
}

/** The 30 seconds since 1970 that an instant is in. */
export const stepOf = (now: Date): number => Math.floor(now.getTime() / 1000 / stepSeconds);

/** The code that an app shows during a step. */
export const codeAt = (secret: string, step: number): string =>
  totp(secret).generate({ timestamp: step * stepSeconds * 1000 });

/**
 * The step whose code this is, of the current one and its neighbors, as clocks differ; null when it is of none of them or not newer
 * than `last`, the step of the code that was used last. All three are always compared, so that the time tells nothing.
 */
export function matchCode(secret: string, code: string, now: Date, last: number): number | null {
  const current = stepOf(now);
  const matching = [current - 1, current, current + 1].filter((step) => sameText(codeAt(secret, step), code));
  return matching.find((step) => step > last) ?? null;
}

const totp = (secret: string, name: { issuer?: string; label?: string } = {}) =>
  new TOTP({ ...name, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: stepSeconds });

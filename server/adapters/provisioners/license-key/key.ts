import { createHmac, timingSafeEqual } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, so that nothing is misread aloud or on paper. */
const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groupLength = 5;

/**
 * The license key of an instance: three groups drawn from its id and one that proves they were drawn with this secret, as
 * XXXXX-XXXXX-XXXXX-XXXXX. The same id and secret give the same key, in any process and at any time. Keys of two instances are equal
 * with a chance of 1 in 2^75.
 */
export function licenseKey(secret: Uint8Array, instanceId: string): string {
  const serial = digest(secret, `serial:${instanceId}`, 3 * groupLength);
  return (serial + check(secret, serial)).replace(/.{5}(?=.)/g, '$&-');
}

/**
 * Whether a key was made with this secret, however it was typed: case, spaces and dashes do not matter, nor O for 0 or I and L for 1.
 * A guess passes with a chance of 1 in 2^25. It says nothing about the license still being valid.
 */
export function verifyLicenseKey(secret: Uint8Array, key: string): boolean {
  const typed = key.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  if (typed.length !== 4 * groupLength || [...typed].some((symbol) => !symbols.includes(symbol)))
    return false;
  const serial = typed.slice(0, -groupLength);
  return timingSafeEqual(Buffer.from(typed.slice(-groupLength)), Buffer.from(check(secret, serial)));
}

function check(secret: Uint8Array, serial: string): string {
  return digest(secret, `check:${serial}`, groupLength);
}

/** 256 is a multiple of 32, so each byte gives one unbiased symbol. */
function digest(secret: Uint8Array, text: string, length: number): string {
  const bytes = createHmac('sha256', secret).update(text).digest().subarray(0, length);
  return Array.from(bytes, (byte) => symbols[byte % symbols.length]).join('');
}

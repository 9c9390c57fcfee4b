import type { CipherGCMTypes } from 'node:crypto';
import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { assert } from './values/errors.ts';

/** 256 random bits, as text that fits in a URL. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token: reading the database does not let anyone use it. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Compares in constant time, whatever the lengths. */
export function sameText(one: string, other: string): boolean {
  return timingSafeEqual(hashToken(one), hashToken(other));
}

/**
 * How a value is sealed; the number stands in front of it. All take keys of 32 bytes. Numbers are never used anew, and what they mean
 * stays, to open what they sealed. The second is what to turn to should the first be broken.
 */
export const suites = {
  1: { cipher: 'aes-256-gcm', nonceBytes: 12, tagBytes: 16 },
  2: { cipher: 'chacha20-poly1305', nonceBytes: 12, tagBytes: 16 },
} as const;
export type Suite = keyof typeof suites;
const sealsWith: Suite = 1;

/** The keys that open sealed columns. The current one seals. */
export interface KeyRing {
  current: { id: number; key: Buffer };
  find(id: number): Buffer | undefined;
}

/**
 * Seals text with AES-256-GCM. `bound` is what the text belongs to (table, column and row): sealed text moved to another row does
 * not open. The result is `<suite>.<key id>.<nonce><tag><text>`, its end in base64url.
 */
export function seal(keys: KeyRing, bound: string, text: string, suite: Suite = sealsWith): string {
  const { cipher: name, nonceBytes, tagBytes } = suites[suite];
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(name as CipherGCMTypes, keys.current.key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(bound));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return `${suite}.${keys.current.id}.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')}`;
}

/** Opens what `seal` made; throws when it was changed, belongs to another row, or its key is gone. */
export function unseal(keys: KeyRing, bound: string, sealed: string): string {
  const [number, keyId, body] = sealed.split('.');
  const suite = suites[Number(number) as Suite] as (typeof suites)[Suite] | undefined;
  assert(suite && keyId && body, 'a sealed column has a form that this version knows');
  const key = keys.find(Number(keyId));
  assert(key, `data key ${keyId} is in the ring`);
  const { nonceBytes, tagBytes } = suite;
  const bytes = Buffer.from(body, 'base64url');
  const nonce = bytes.subarray(0, nonceBytes);
  const decipher = createDecipheriv(suite.cipher as CipherGCMTypes, key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(bound)).setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  const text = bytes.subarray(nonceBytes + tagBytes);
  return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
}

/** Seals and opens columns; what a `ctx` and a `tx` carry. `bound` names the row, as in `seal`. */
export interface Vault {
  seal(bound: string, text: string): string;
  open(bound: string, sealed: string): string;
}

export function vaultOf(keys: KeyRing): Vault {
  return {
    seal: (bound, text) => seal(keys, bound, text),
    open: (bound, sealed) => unseal(keys, bound, sealed),
  };
}

/** Opens the keys of `kernel.data_keys` with the root key; `current` is the one to seal with, else the newest. */
export function keyRing(
  root: Buffer,
  wrapped: readonly { id: number; wrapped: string }[],
  current = Math.max(...wrapped.map(({ id }) => id)),
): KeyRing {
  const rootRing: KeyRing = { current: { id: 0, key: root }, find: (id) => (id === 0 ? root : undefined) };
  const keys = new Map(
    wrapped.map((row) => [
      row.id,
      Buffer.from(unseal(rootRing, `data_key:${row.id}`, row.wrapped), 'base64url'),
    ]),
  );
  return { current: { id: current, key: keys.get(current)! }, find: (id) => keys.get(id) };
}

/** Wraps a new data key with the root key, which never leaves the data folder or the environment. */
export function wrapNewKey(root: Buffer, id: number): string {
  const rootRing: KeyRing = { current: { id: 0, key: root }, find: () => root };
  return seal(rootRing, `data_key:${id}`, randomBytes(32).toString('base64url'));
}

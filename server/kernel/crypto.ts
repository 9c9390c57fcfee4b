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

/** The keys that open sealed columns. The current one seals. */
export interface KeyRing {
  current: { id: number; key: Buffer };
  find(id: number): Buffer | undefined;
}

/**
 * Seals text with AES-256-GCM. `bound` is what the text belongs to (table, column and row): sealed text moved to another row does
 * not open. The result is `1.<key id>.<nonce><tag><text>` in base64url.
 */
export function seal(keys: KeyRing, bound: string, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keys.current.key, nonce).setAAD(Buffer.from(bound));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return `1.${keys.current.id}.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')}`;
}

/** Opens what `seal` made; throws when it was changed, belongs to another row, or its key is gone. */
export function unseal(keys: KeyRing, bound: string, sealed: string): string {
  const [version, keyId, body] = sealed.split('.');
  assert(version === '1' && keyId && body, 'a sealed column has the form this version writes');
  const key = keys.find(Number(keyId));
  assert(key, `data key ${keyId} is in the ring`);
  const bytes = Buffer.from(body, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(bound));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
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

import { createHash } from 'node:crypto';

// A Bloom filter: says of a word that it is certainly not listed, or that it very probably is (one in some thousands wrongly).

const bytes = 1_000_000;
const probes = 13;

/** What people write in several ways is one word: width and case do not count. */
export function foldPassword(password: string): string {
  return password.normalize('NFKC').toLowerCase().trim();
}

export const emptyFilter = (): Uint8Array => new Uint8Array(bytes);

export function addTo(filter: Uint8Array, word: string): void {
  for (const bit of bitsOf(word)) filter[bit >> 3]! |= 1 << (bit & 7);
}

export function isIn(filter: Uint8Array, word: string): boolean {
  return bitsOf(word).every((bit) => (filter[bit >> 3]! & (1 << (bit & 7))) !== 0);
}

/** Two halves of one hash give as many probes as wanted (Kirsch and Mitzenmacher). */
function bitsOf(word: string): number[] {
  const digest = createHash('sha256').update(word).digest();
  const first = digest.readUInt32LE(0);
  const second = (digest.readUInt32LE(4) | 1) >>> 0;
  return Array.from({ length: probes }, (_one, at) =>
    Number((BigInt(first) + BigInt(at) * BigInt(second)) % BigInt(bytes * 8)),
  );
}

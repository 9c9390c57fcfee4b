import { crc32 } from 'node:zlib';

const form = /^ca_([0-9a-f]{64})([0-9a-f]{8})$/;

/**
 * What a program sends: a beginning by which scanners recognize a key that leaked, 256 random bits, and a checksum, so that a mistyped
 * one is refused without asking the database.
 */
export function keyToken(random: Buffer): string {
  const secret = random.toString('hex');
  return `ca_${secret}${checksum(secret)}`;
}

export function isKeyToken(text: string): boolean {
  const [, secret, sum] = form.exec(text) ?? [];
  return secret !== undefined && sum === checksum(secret);
}

/** By which people tell keys apart; 232 bits stay unknown. */
export const prefixOf = (token: string): string => token.slice(0, 9);

const checksum = (secret: string) => crc32(secret).toString(16).padStart(8, '0');

import { randomInt } from 'node:crypto';

// Letters and digits that are not mistaken for each other.
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password that can be read out: four groups of four, 79 bits. */
export function readablePassword(): string {
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}

/** What a number begins with that was written without its country: Indonesia. */
const homeCode = '62';

/**
 * The E.164 form of a number as people write it: `0812-3456-7890`, `812 3456 7890` and `62812…` are Indonesian, `+65 …` and `0065 …` say
 * their country. Null for what is none. Whether somebody has it only a code shows.
 */
export function readNumber(written: string): string | null {
  const plain = written.replace(/[\s().\-/]/g, '');
  const number = `+${withCountry(plain)}`.replace(/^\+620+/, '+62');
  return /^\+[1-9]\d{7,14}$/.test(number) ? number : null;
}

function withCountry(plain: string): string {
  if (plain.startsWith('+')) return plain.slice(1);
  if (plain.startsWith('00')) return plain.slice(2);
  if (plain.startsWith('0')) return homeCode + plain.slice(1);
  return plain.startsWith(homeCode) ? plain : homeCode + plain;
}

/** By which its owner knows it, and nobody else. */
export const endingOf = (number: string): string => number.slice(-3);

import { hashToken } from '../../../kernel/crypto.ts';

/** Crockford's base 32: no I, L, O or U, so that nothing is misread when somebody spells it out. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A number to speak of an order by. It is random, so it tells nobody how many orders there are. */
export function orderNumber(year: number, random: Uint8Array): string {
  return `ORD-${year}-${spell(random.subarray(0, 5))}`;
}

/** With the number, shows the order to who is not signed in: 40 random bits as XXXX-XXXX. */
export function securityCode(random: Uint8Array): string {
  const text = spell(random.subarray(0, 8));
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}

/** What is stored instead of the code. Small letters, spaces, dashes and look-alikes do not matter. */
export function lookupHash(number: string, code: string): Buffer {
  return hashToken(`${plain(number)} ${plain(code)}`);
}

function plain(text: string): string {
  return text
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}

/** 256 is a multiple of 32, so every letter is as likely. */
function spell(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => letters[byte % 32]).join('');
}

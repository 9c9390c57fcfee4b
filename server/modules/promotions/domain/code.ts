const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** As codes are kept and compared: without spaces, in capitals. Null for what can be no code. */
export function normalCode(typed: string): string | null {
  const code = typed.replaceAll(/\s/g, '').toUpperCase();
  return /^[0-9A-Z][0-9A-Z-]{1,39}$/.test(code) ? code : null;
}

/** A code of ten letters that are not mistaken for one another, from as many random bytes: 50 bits. */
export function codeFrom(prefix: string, random: Uint8Array): string {
  const text = [...random].map((byte) => letters[byte % 32]).join('');
  return `${prefix && `${prefix}-`}${text.slice(0, 5)}-${text.slice(5, 10)}`;
}

import type { Language } from './words.ts';

/** Digits after the point of what is shown; IDR is kept and shown in whole rupiah. */
const exponents: Record<string, number> = { IDR: 0, USD: 2 };
const locales: Record<Language, string> = { id: 'id-ID', en: 'en-US' };

/** `amount` is minor units as digits; the result is like 'Rp1.110.000' or '$74.00'. */
export function sumText(amount: string, currency: string, language: Language): string {
  const exponent = exponents[currency] ?? 2;
  const padded = amount.padStart(exponent + 1, '0');
  const whole = padded.slice(0, padded.length - exponent);
  const sign = currency === 'IDR' ? 'Rp' : currency === 'USD' ? '$' : `${currency} `;
  const grouped = new Intl.NumberFormat(currency === 'IDR' ? 'id-ID' : locales[language]).format(
    BigInt(whole),
  );
  const point = language === 'id' && currency !== 'IDR' ? ',' : '.';
  return sign + grouped + (exponent > 0 ? point + padded.slice(-exponent) : '');
}

/** In the bank's own zone, Jakarta, which is named. */
export function timeText(time: string, language: Language): string {
  const format = new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Asia/Jakarta',
  });
  return `${format.format(new Date(time))}\u00a0WIB`;
}

/** '4242424242424242' as '4242 4242 4242 4242'. */
export function inFours(digits: string): string {
  return digits.replace(/(.{4})(?=.)/g, '$1 ');
}

import type { Locale, Money } from '../../../kernel/values/money.ts';
import { exponentOf } from '../../../kernel/values/money.ts';

/**
 * A sum as it is written out on invoices and receipts: 'satu juta seratus sepuluh ribu rupiah', 'twenty US dollars and
 * fifty cents'. `amount` is in minor units. Currencies without names of their own keep their code:
 * 'dua puluh koma lima nol CHF', 'twenty and 50/100 CHF'. Throws RangeError from 10^21 whole units on.
 */
export function amountInWords(sum: Money, locale: Locale): string {
  const digits = exponentOf(sum.currency);
  const size = sum.amount < 0n ? -sum.amount : sum.amount;
  const unit = 10n ** BigInt(digits);
  const parts = { whole: size / unit, minor: size % unit, digits, currency: sum.currency };
  const words = locale === 'id' ? inIndonesian(parts) : inEnglish(parts);
  return sum.amount < 0n ? `minus ${words}` : words;
}

interface Parts {
  whole: bigint;
  minor: bigint;
  digits: number;
  currency: string;
}

function inIndonesian({ whole, minor, digits, currency }: Parts): string {
  const names = indonesianCurrencies[currency];
  if (names) {
    const small = minor > 0n ? `${indonesianNumber(minor)} ${names.minor}` : null;
    const large = whole > 0n || !small ? `${indonesianNumber(whole)} ${names.whole}` : null;
    return [large, small].filter(Boolean).join(' ');
  }
  const spelled = Array.from(String(minor).padStart(digits, '0'), (digit) => indonesianDigits[Number(digit)]);
  return `${indonesianNumber(whole)}${minor > 0n ? ` koma ${spelled.join(' ')}` : ''} ${currency}`;
}

function inEnglish({ whole, minor, digits, currency }: Parts): string {
  const names = englishCurrencies[currency];
  if (names) {
    const small = minor > 0n ? `${englishNumber(minor)} ${names.minor[minor === 1n ? 0 : 1]}` : null;
    const large =
      whole > 0n || !small ? `${englishNumber(whole)} ${names.whole[whole === 1n ? 0 : 1]}` : null;
    return [large, small].filter(Boolean).join(' and ');
  }
  const fraction = minor > 0n ? ` and ${String(minor).padStart(digits, '0')}/${10n ** BigInt(digits)}` : '';
  return `${englishNumber(whole)}${fraction} ${currency}`;
}

const indonesianCurrencies: Record<string, { whole: string; minor: string }> = {
  IDR: { whole: 'rupiah', minor: 'sen' },
  USD: { whole: 'dolar Amerika', minor: 'sen' },
  EUR: { whole: 'euro', minor: 'sen' },
  SGD: { whole: 'dolar Singapura', minor: 'sen' },
};

const englishCurrencies: Record<
  string,
  { whole: readonly [one: string, many: string]; minor: readonly [one: string, many: string] }
> = {
  IDR: { whole: ['rupiah', 'rupiah'], minor: ['sen', 'sen'] },
  USD: { whole: ['US dollar', 'US dollars'], minor: ['cent', 'cents'] },
  EUR: { whole: ['euro', 'euros'], minor: ['cent', 'cents'] },
  SGD: { whole: ['Singapore dollar', 'Singapore dollars'], minor: ['cent', 'cents'] },
};

const indonesianDigits = [
  'nol',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
] as const;
const indonesianGroups = ['', 'ribu', 'juta', 'miliar', 'triliun', 'kuadriliun', 'kuintiliun'] as const;

function indonesianNumber(value: bigint): string {
  if (value === 0n) return 'nol';
  return groupsOfThree(value)
    .map(({ group, power }) => {
      if (power === 1 && group === 1) return 'seribu';
      return spaced(indonesianBelowThousand(group), indonesianGroups[power]);
    })
    .join(' ');
}

function indonesianBelowThousand(value: number): string {
  const hundreds = Math.trunc(value / 100);
  const start = hundreds === 0 ? '' : hundreds === 1 ? 'seratus' : `${indonesianDigits[hundreds]} ratus`;
  return spaced(start, indonesianBelowHundred(value % 100));
}

function indonesianBelowHundred(value: number): string {
  if (value === 0) return '';
  if (value < 10) return indonesianDigits[value]!;
  if (value === 10) return 'sepuluh';
  if (value === 11) return 'sebelas';
  if (value < 20) return `${indonesianDigits[value - 10]} belas`;
  return spaced(`${indonesianDigits[Math.trunc(value / 10)]} puluh`, indonesianBelowHundred(value % 10));
}

const englishBelowTwenty =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const englishTens = [
  '',
  '',
  'twenty',
  'thirty',
  'forty',
  'fifty',
  'sixty',
  'seventy',
  'eighty',
  'ninety',
] as const;
const englishGroups = [
  '',
  'thousand',
  'million',
  'billion',
  'trillion',
  'quadrillion',
  'quintillion',
] as const;

function englishNumber(value: bigint): string {
  if (value === 0n) return 'zero';
  return groupsOfThree(value)
    .map(({ group, power }) => spaced(englishBelowThousand(group), englishGroups[power]))
    .join(' ');
}

function englishBelowThousand(value: number): string {
  const hundreds = Math.trunc(value / 100);
  return spaced(
    hundreds > 0 ? `${englishBelowTwenty[hundreds]} hundred` : '',
    englishBelowHundred(value % 100),
  );
}

function englishBelowHundred(value: number): string {
  if (value === 0) return '';
  if (value < 20) return englishBelowTwenty[value]!;
  const tens = englishTens[Math.trunc(value / 10)]!;
  return value % 10 === 0 ? tens : `${tens}-${englishBelowTwenty[value % 10]}`;
}

/** The groups of three digits that are not zero, highest first; `power` counts thousands. */
function groupsOfThree(value: bigint): { group: number; power: number }[] {
  const groups: { group: number; power: number }[] = [];
  for (let rest = value, power = 0; rest > 0n; rest /= 1000n, power += 1) {
    if (power >= englishGroups.length) throw new RangeError(`no words for ${value}`);
    const group = Number(rest % 1000n);
    if (group > 0) groups.unshift({ group, power });
  }
  return groups;
}

function spaced(...words: readonly (string | undefined)[]): string {
  return words.filter(Boolean).join(' ');
}

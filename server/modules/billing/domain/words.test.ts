import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Currency } from '../../../kernel/values/money.ts';
import { exponentOf, money } from '../../../kernel/values/money.ts';
import { amountInWords } from './words.ts';

describe('examples', () => {
  test.each<[bigint, Currency, string, string]>([
    [0n, 'IDR', 'nol rupiah', 'zero rupiah'],
    [1n, 'IDR', 'satu rupiah', 'one rupiah'],
    [10n, 'IDR', 'sepuluh rupiah', 'ten rupiah'],
    [11n, 'IDR', 'sebelas rupiah', 'eleven rupiah'],
    [19n, 'IDR', 'sembilan belas rupiah', 'nineteen rupiah'],
    [21n, 'IDR', 'dua puluh satu rupiah', 'twenty-one rupiah'],
    [100n, 'IDR', 'seratus rupiah', 'one hundred rupiah'],
    [1_000n, 'IDR', 'seribu rupiah', 'one thousand rupiah'],
    [1_001n, 'IDR', 'seribu satu rupiah', 'one thousand one rupiah'],
    [1_100n, 'IDR', 'seribu seratus rupiah', 'one thousand one hundred rupiah'],
    [11_000n, 'IDR', 'sebelas ribu rupiah', 'eleven thousand rupiah'],
    [21_000n, 'IDR', 'dua puluh satu ribu rupiah', 'twenty-one thousand rupiah'],
    [101_000n, 'IDR', 'seratus satu ribu rupiah', 'one hundred one thousand rupiah'],
    [1_000_000n, 'IDR', 'satu juta rupiah', 'one million rupiah'],
    [
      1_110_000n,
      'IDR',
      'satu juta seratus sepuluh ribu rupiah',
      'one million one hundred ten thousand rupiah',
    ],
    [21_000_000_000n, 'IDR', 'dua puluh satu miliar rupiah', 'twenty-one billion rupiah'],
    [1_000_000_000_001n, 'IDR', 'satu triliun satu rupiah', 'one trillion one rupiah'],
    [-111n, 'IDR', 'minus seratus sebelas rupiah', 'minus one hundred eleven rupiah'],
    [2050n, 'USD', 'dua puluh dolar Amerika lima puluh sen', 'twenty US dollars and fifty cents'],
    [101n, 'USD', 'satu dolar Amerika satu sen', 'one US dollar and one cent'],
    [99n, 'USD', 'sembilan puluh sembilan sen', 'ninety-nine cents'],
    [-50n, 'EUR', 'minus lima puluh sen', 'minus fifty cents'],
    [0n, 'EUR', 'nol euro', 'zero euros'],
    [7400n, 'SGD', 'tujuh puluh empat dolar Singapura', 'seventy-four Singapore dollars'],
    [2050n, 'CHF', 'dua puluh koma lima nol CHF', 'twenty and 50/100 CHF'],
    [1_005n, 'KWD', 'satu koma nol nol lima KWD', 'one and 005/1000 KWD'],
    [1_000n, 'JPY', 'seribu JPY', 'one thousand JPY'],
  ])('%s %s', (amount, currency, indonesian, english) => {
    expect(amountInWords(money(amount, currency), 'id')).toBe(indonesian);
    expect(amountInWords(money(amount, currency), 'en')).toBe(english);
  });

  test('a sum beyond the named groups is refused rather than misread', () => {
    expect(amountInWords(money(10n ** 21n - 1n, 'IDR'), 'id')).toContain('kuintiliun');
    expect(() => amountInWords(money(10n ** 21n, 'IDR'), 'id')).toThrow(RangeError);
    expect(() => amountInWords(money(10n ** 21n, 'IDR'), 'en')).toThrow(RangeError);
  });
});

describe('every sum can be read back', () => {
  const whole = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
  const amount = fc.oneof(whole, fc.bigInt({ min: -10_000n, max: 10_000n }));
  const currency = fc.constantFrom<Currency>('IDR', 'USD', 'EUR', 'SGD', 'CHF', 'KWD', 'JPY');

  test('Indonesian', () => {
    fc.assert(
      fc.property(amount, currency, (value, code) => {
        const words = amountInWords(money(value, code), 'id');
        expect(readIndonesian(words, exponentOf(code))).toBe(value);
      }),
      { numRuns: 2000 },
    );
  });

  test('English', () => {
    fc.assert(
      fc.property(amount, currency, (value, code) => {
        const words = amountInWords(money(value, code), 'en');
        expect(readEnglish(words, exponentOf(code))).toBe(value);
      }),
      { numRuns: 2000 },
    );
  });

  test('the spelling has no doubled, leading or trailing spaces and never says "satu ribu"', () => {
    fc.assert(
      fc.property(amount, currency, fc.constantFrom('id', 'en'), (value, code, locale) => {
        const words = amountInWords(money(value, code), locale);
        expect(words).toBe(words.trim());
        expect(words).not.toMatch(/ {2}|undefined|^(?:minus )?satu ribu|satu (?:puluh|ratus|belas)/);
      }),
    );
  });

  test('numbers below one hundred thousand are all different', () => {
    for (const locale of ['id', 'en'] as const) {
      const seen = new Set(
        Array.from({ length: 100_000 }, (_, value) => amountInWords(money(value, 'IDR'), locale)),
      );
      expect(seen.size).toBe(100_000);
    }
  });
});

const indonesianWords = new Map(
  'nol satu dua tiga empat lima enam tujuh delapan sembilan'
    .split(' ')
    .map((word, value) => [word, BigInt(value)]),
);
const indonesianScales = new Map(
  ['ribu', 'juta', 'miliar', 'triliun', 'kuadriliun', 'kuintiliun'].map((word, index) => [
    word,
    1000n ** BigInt(index + 1),
  ]),
);

/** Reads word by word with a running sum, the other way around from how the spelling is made. */
function indonesianValue(words: readonly string[]): bigint {
  let total = 0n;
  let group = 0n;
  let pending = 0n;
  for (const word of words) {
    const scale = indonesianScales.get(word);
    if (word === 'seribu') total += 1000n;
    else if (word === 'sepuluh') group += 10n;
    else if (word === 'sebelas') group += 11n;
    else if (word === 'seratus') group += 100n;
    else if (word === 'belas') [group, pending] = [group + pending + 10n, 0n];
    else if (word === 'puluh') [group, pending] = [group + pending * 10n, 0n];
    else if (word === 'ratus') [group, pending] = [group + pending * 100n, 0n];
    else if (scale) [total, group, pending] = [total + (group + pending) * scale, 0n, 0n];
    else if (indonesianWords.has(word)) pending = indonesianWords.get(word)!;
    else throw new Error(`not a number word: ${word}`);
  }
  return total + group + pending;
}

function readIndonesian(text: string, exponent: number): bigint {
  const unit = 10n ** BigInt(exponent);
  const negative = text.startsWith('minus ');
  const words = text.slice(negative ? 'minus '.length : 0).split(' ');
  const known = words.filter((word) => !['Amerika', 'Singapura'].includes(word));
  let value: bigint;
  const comma = known.indexOf('koma');
  if (comma >= 0) {
    const digits = known.slice(comma + 1, -1).map((word) => String(indonesianWords.get(word)));
    value = indonesianValue(known.slice(0, comma)) * unit + BigInt(digits.join(''));
  } else {
    const end = known.findIndex((word) => ['rupiah', 'dolar', 'euro', 'CHF', 'KWD', 'JPY'].includes(word));
    const minor = known.at(-1) === 'sen' ? indonesianValue(known.slice(end + 1, -1)) : 0n;
    value = (end >= 0 ? indonesianValue(known.slice(0, end)) * unit : 0n) + minor;
  }
  return negative ? -value : value;
}

const englishSmall = new Map(
  [
    ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen'.split(
      ' ',
    ),
    ...'seventeen eighteen nineteen'.split(' '),
  ].map((word, value) => [word, BigInt(value)]),
);
const englishTens = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [word, BigInt(index + 2) * 10n]),
);
const englishScales = new Map(
  'thousand million billion trillion quadrillion quintillion'
    .split(' ')
    .map((word, index) => [word, 1000n ** BigInt(index + 1)]),
);

function englishValue(text: string): bigint {
  let total = 0n;
  let group = 0n;
  for (const word of text.split(/[ -]/)) {
    const small = englishSmall.get(word) ?? englishTens.get(word);
    const scale = englishScales.get(word);
    if (small !== undefined) group += small;
    else if (word === 'hundred') group *= 100n;
    else if (scale) [total, group] = [total + group * scale, 0n];
    else throw new Error(`not a number word: ${word}`);
  }
  return total + group;
}

function readEnglish(text: string, exponent: number): bigint {
  const unit = 10n ** BigInt(exponent);
  const found =
    /^(minus )?(?:(.+?) (?:rupiah|US dollars?|euros?|Singapore dollars?))?(?: and )?(?:(.+?) cents?)?$/.exec(
      text,
    ) ?? /^(minus )?(.+?)()(?: and (\d+)\/\d+)? (?:CHF|KWD|JPY)$/.exec(text);
  if (!found) throw new Error(`not a sum: ${text}`);
  const [, negative, whole, minor, fraction] = found;
  const value =
    (whole ? englishValue(whole) * unit : 0n) + (minor ? englishValue(minor) : BigInt(fraction ?? 0));
  return negative ? -value : value;
}

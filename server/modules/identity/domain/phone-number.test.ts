import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endingOf, readNumber } from './phone-number.ts';

test.each([
  ['0812-3456-7890', '+6281234567890'],
  ['812 3456 7890', '+6281234567890'],
  ['6281234567890', '+6281234567890'],
  ['+62 812.3456.7890', '+6281234567890'],
  ['+62 (0812) 3456 7890', '+6281234567890'],
  ['+65 9123 4567', '+6591234567'],
  ['0065 9123 4567', '+6591234567'],
  ['+1 (415) 555-0132', '+14155550132'],
])('%s is %s', (written, number) => {
  expect(readNumber(written)).toBe(number);
});

test.each([
  '',
  '+',
  '0812',
  'twelve',
  '+62812345x7890',
  '+0812345678',
  '1234567890123456',
  '++6281234567890',
  '08123456789０',
])('%j is none', (written) => {
  expect(readNumber(written)).toBeNull();
});

test('whatever is typed is refused or becomes a number that reads as itself', () => {
  const typed = fc.stringMatching(/^[+0-9 ().\-/x]{0,24}$/);
  fc.assert(
    fc.property(fc.oneof(typed, fc.string()), (written) => {
      const number = readNumber(written);
      if (number === null) return;
      expect(number).toMatch(/^\+[1-9]\d{7,14}$/);
      expect(readNumber(number)).toBe(number);
      expect(number.endsWith(endingOf(number))).toBe(true);
    }),
  );
});

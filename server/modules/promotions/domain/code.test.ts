import { expect, test } from 'vitest';
import { codeFrom, normalCode } from './code.ts';

test.each([
  [' new year 27 ', 'NEWYEAR27'],
  ['Hemat-10', 'HEMAT-10'],
  ['', null],
  ['X', null],
  ['ünfug', null],
  ['a'.repeat(41), null],
])('%j is %j', (typed, code) => expect(normalCode(typed)).toBe(code));

test('made codes are codes, with their prefix', () => {
  const random = Uint8Array.from({ length: 10 }, (_, index) => index * 25);
  expect(codeFrom('EXPO', random)).toMatch(/^EXPO-[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  expect(normalCode(codeFrom('', random))).toBe(codeFrom('', random));
});

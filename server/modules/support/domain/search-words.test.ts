import fc from 'fast-check';
import { expect, test } from 'vitest';
import { askedNumber, askedWords, plainWords } from './search-words.ts';

test('addresses fall into their parts, in questions as in what is stored', () => {
  expect(plainWords('Buka https://www.Example.com/a_b?x=1!')).toBe('buka https www example com a b x 1');
  expect(askedWords('www.example.com')).toEqual(['www', 'example', 'com']);
});

test('encoded data is no word', () => {
  expect(plainWords(`token ${'A1b2'.repeat(20)} end`)).toBe('token end');
});

test('whatever is asked becomes at most eight plain words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const words = askedWords(text);
      expect(words.length).toBeLessThanOrEqual(8);
      for (const word of words) expect(word).toMatch(/^[\p{L}\p{N}]{1,40}$/u);
      expect(new Set(words).size).toBe(words.length);
    }),
  );
});

test('a number is asked for with or without its sign', () => {
  expect(askedNumber(' #1042 ')).toBe('1042');
  expect(askedNumber('1042')).toBe('1042');
  expect(askedNumber('error 1042')).toBeNull();
  expect(askedNumber('9'.repeat(16))).toBeNull();
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { askedWords, countedQuestion, leastOf } from './asked-words.ts';
import { excerptOf } from './excerpt.ts';
import { inPieces } from './pieces.ts';

test('a question is about the words that say something', () => {
  expect(askedWords('Bagaimana cara bayar pakai QRIS?', 8)).toEqual(['bayar', 'pakai', 'qris']);
  expect(askedWords('How do I move my site to you', 8)).toEqual(['move', 'site']);
  expect(askedWords('apa itu', 8)).toEqual(['apa', 'itu']);
  expect(askedWords('dns DNS d.n.s', 8)).toEqual(['dns']);
  expect(askedWords('a b c d', 2)).toHaveLength(2);
  expect(askedWords('?!', 8)).toEqual([]);
});

test('words are fit for a tsquery whatever was typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const word of askedWords(text, 24)) expect(word).toMatch(/^[\p{L}\p{N}]{1,40}$/u);
    }),
  );
});

test('most of the words must be there, and never more than there are', () => {
  expect([1, 2, 3, 4, 5, 8].map(leastOf)).toEqual([1, 2, 2, 3, 3, 5]);
});

test('a question is counted without what could tell who asked', () => {
  expect(countedQuestion('  Ganti   PASSWORD wifi? ')).toBe('ganti password wifi');
  expect(countedQuestion('reset for budi@example.com 081234567890')).toBe('reset for');
  expect(countedQuestion('081234567890')).toBeNull();
  expect(countedQuestion('??')).toBeNull();
});

test('an excerpt ends between words', () => {
  expect(excerptOf('Satu\n\ndua')).toBe('Satu dua');
  const long = excerptOf('kata '.repeat(80));
  expect(long.length).toBeLessThanOrEqual(171);
  expect(long).toMatch(/kata…$/);
  expect(excerptOf('x'.repeat(400))).toHaveLength(171);
});

test('found words become pieces, and HTML stays text', () => {
  expect(inPieces('a \ue000b\ue001 <i>\ue000c\ue001')).toEqual([
    { text: 'a ', marked: false },
    { text: 'b', marked: true },
    { text: ' <i>', marked: false },
    { text: 'c', marked: true },
  ]);
  expect(inPieces('')).toEqual([]);
  expect(inPieces('\ue000open')).toEqual([{ text: 'open', marked: true }]);
});

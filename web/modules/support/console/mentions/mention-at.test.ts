import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matching, mentionAt, named } from './mention-at.ts';

const people = [
  { id: '1', name: 'Sari Dewi', handle: 'sari-dewi' },
  { id: '2', name: 'Budi Santoso', handle: 'budi-santoso' },
];

test('a name begins after an at sign that no word touches', () => {
  expect(mentionAt('Halo @', 6)).toEqual({ from: 5, typed: '' });
  expect(mentionAt('Halo @Sa', 8)).toEqual({ from: 5, typed: 'sa' });
  expect(mentionAt('(@budi-s', 8)).toEqual({ from: 1, typed: 'budi-s' });
  expect(mentionAt('surat@budi', 10)).toBeNull();
  expect(mentionAt('@sari dan', 9)).toBeNull();
  expect(mentionAt('@sari', 3)).toEqual({ from: 0, typed: 'sa' });
});

test('it is found by any word of the name', () => {
  expect(matching(people, '').length).toBe(2);
  expect(matching(people, 'dew')).toEqual([people[0]]);
  expect(matching(people, 'budi-sa')).toEqual([people[1]]);
  expect(matching(people, 'x')).toEqual([]);
});

test('what is named is a mention no longer being typed, and the rest stays', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      const head = `${before} @sa`;
      const at = mentionAt(head + after, head.length)!;
      const { text, caret } = named(head + after, at, head.length, 'sari-dewi');
      expect(text.slice(0, caret)).toBe(`${before} @sari-dewi `);
      expect(text.slice(caret)).toBe(after.replace(/^ /, ''));
      expect(mentionAt(text, caret)).toBeNull();
    }),
  );
});

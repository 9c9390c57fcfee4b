import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diff } from './diff.ts';
import type { Part } from './diff.ts';

const without = (parts: readonly Part[], kind: Part['kind']) =>
  parts
    .filter((part) => part.kind !== kind)
    .map(({ text }) => text)
    .join('');

test('words that became others are marked, the rest stays', () => {
  expect(diff('Server mati sejak pagi.', 'Server lambat sejak pagi.')).toEqual([
    { kind: 'same', text: 'Server ' },
    { kind: 'removed', text: 'mati' },
    { kind: 'added', text: 'lambat' },
    { kind: 'same', text: ' sejak pagi.' },
  ]);
  expect(diff('sama', 'sama')).toEqual([{ kind: 'same', text: 'sama' }]);
  expect(diff('', 'baru')).toEqual([{ kind: 'added', text: 'baru' }]);
  expect(diff('lama', '')).toEqual([{ kind: 'removed', text: 'lama' }]);
});

const texts = fc
  .array(fc.oneof(fc.constantFrom('a', 'b', 'c', ' ', '\n', '.', 'é', '👍🏽'), fc.string({ maxLength: 4 })), {
    maxLength: 30,
  })
  .map((parts) => parts.join(''));

test('both texts can be read out of it, and no two parts of one kind touch', () => {
  fc.assert(
    fc.property(texts, texts, (from, to) => {
      const parts = diff(from, to);
      expect(without(parts, 'added')).toBe(from);
      expect(without(parts, 'removed')).toBe(to);
      for (const [index, part] of parts.entries()) {
        expect(part.text).not.toBe('');
        expect(parts[index + 1]?.kind).not.toBe(part.kind);
      }
    }),
  );
});

test('a long text that is another altogether is told as a whole', () => {
  const [old, now] = ['a ', 'b '].map((word) => word.repeat(5000));
  const parts = diff(old!, now!);
  expect(without(parts, 'added')).toBe(old);
  expect(without(parts, 'removed')).toBe(now);
});

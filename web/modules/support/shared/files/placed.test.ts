import { expect, test } from 'vitest';
import { described, place, renamed, shownIn, without, wordsOf } from './placed.ts';

const [key, id] = ['0198c0de-0000-7000-8000-000000000001', '0198c0de-0000-7000-8000-000000000002'];

test('a picture comes onto a line of its own, in place of what is selected', () => {
  const mark = `![layar](file:${key})`;
  const picture = { shows: 'layar', key };
  expect(place('', { start: 0, end: 0 }, picture)).toEqual({ text: `${mark}\n`, caret: mark.length + 1 });
  expect(place('Lihat ini ya', { start: 6, end: 9 }, picture).text).toBe(`Lihat \n${mark}\n ya`);
  expect(place('a\n\nb', { start: 2, end: 2 }, picture).text).toBe(`a\n${mark}\nb`);
});

test('its words and its name follow what becomes of the file, and other pictures stay', () => {
  const text = `![a](file:${key}) ![b](file:${id})`;
  expect(shownIn(text, key)).toBe('a');
  expect(shownIn(text, 'x')).toBeNull();
  expect(described(text, key, 'galat [502]')).toBe(`![galat 502](file:${key}) ![b](file:${id})`);
  expect(renamed(`![a](file:${key})`, key, id)).toBe(`![a](file:${id})`);
  expect(without(text, id)).toBe(`![a](file:${key}) `);
  expect(wordsOf('Layar [1].png')).toBe('Layar 1');
  expect(wordsOf('image.png')).toBe('');
});

import { expect, test } from 'vitest';
import { beginningOf } from './beginning-of.ts';

test('the words of a message without what makes them stand out', () => {
  expect(beginningOf('<p>Galat <strong>502</strong> &amp; lambat</p>\n<p>Mohon dicek</p>')).toBe(
    'Galat 502 & lambat Mohon dicek',
  );
  expect(beginningOf(`<p>${'a'.repeat(100)}</p>`, 10)).toBe('aaaaaaaaa…');
});

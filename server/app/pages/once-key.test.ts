import { expect, test } from 'vitest';
import { onceKey } from './answer-forms.ts';

const drawn = '0b0f2f1e-8f3a-4c39-9d0c-3f0a2f5a6f11';

test('the same drawing with the same words is one request; other words or another drawing are another', () => {
  const key = onceKey(drawn, { text: 'a' });
  expect(key).toMatch(/^[\x21-\x7e]{8,255}$/);
  expect(onceKey(drawn, { text: 'a' })).toBe(key);
  expect(onceKey(drawn, { text: 'b' })).not.toBe(key);
  expect(onceKey(drawn.replace('0', '1'), { text: 'a' })).not.toBe(key);
});

test('what is no key of our making is none', () => {
  for (const made of [null, '', 'short', 'x'.repeat(65), `${drawn}\r\nX: y`])
    expect(onceKey(made, {})).toBeNull();
});

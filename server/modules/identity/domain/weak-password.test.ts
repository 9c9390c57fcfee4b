import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isIn } from './password-filter.ts';
import { weaknessOf } from './weak-password.ts';

const filter = readFileSync(new URL('../lists/known-passwords.bin', import.meta.url));
const isListed = (word: string) => isIn(filter, word);
const about = ['Ani Lestari', 'ani.lestari@sinarrejeki.example', 'Nusantara Cloud'];
const why = (password: string) => weaknessOf(password, about, isListed);

test.each([
  'passwordpassword',
  'Password12345!',
  'qwertyuiop123',
  'iloveyou2026!!',
  'P@ssw0rd2026!',
  '  Sunshine!!2024',
  'administrator',
  'ＰＡＳＳＷＯＲＤ１２３４',
])('many people use %s', (password) => expect(why(password)).toBe('common'));

test.each([
  'anilestari2026!',
  'Lestari-Lestari-1',
  'sinarrejeki1234',
  'NusantaraCloud!',
  'nusantara2026nusantara',
  'ani.lestari.1990',
])('whoever guesses begins with %s', (password) => expect(why(password)).toBe('about_you'));

test.each(['xyxyxyxyxyxyxyxy', 'zzzzzzzzzzzzzzzz', 'bcdefghijklmnopq', '123456789012', '0987654321098765'])(
  '%s is a pattern',
  (password) => expect(['too_simple', 'common']).toContain(why(password)),
);

test.each([
  'kuda terbang malam',
  'correct horse battery',
  'another good password',
  'xk2v-9mqd-h3wz-7trp',
  'Lestari suka kopi tubruk tanpa gula',
  'kata sandi yang panjang sekali',
  '密码很长而且没有人知道它是什么',
  '🐎🔋📎🧷🐢🎩🌵🥁🍋🛶🪁🧭',
])('%s may be taken', (password) => expect(why(password)).toBeNull());

test('the list holds hundreds of thousands, and says yes to almost nothing else', () => {
  const bits = filter.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);
  expect(filter.length).toBeLessThanOrEqual(1_000_000);
  expect(bits / (filter.length * 8)).toBeGreaterThan(0.3);
  const wrong = Array.from({ length: 20_000 }, (_one, at) => `nobody-uses-${at}-this`).filter(isListed);
  expect(wrong.length).toBeLessThan(10);
});

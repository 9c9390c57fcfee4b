import fc from 'fast-check';
import { expect, test } from 'vitest';
import { brand } from '../../../kernel/brand.ts';
import { letter } from './letter.ts';

const link = (path: string) => `https://portal.example${path}`;

test('says the same in text and in HTML, with the button as a link', () => {
  const made = letter(
    { subject: 'S', paragraphs: ['Halo Ani,', 'Tagihan siap.'], act: { label: 'Bayar', path: '/o/x' } },
    brand.default,
    'id',
    link,
  );
  expect(made.text).toContain('Bayar: https://portal.example/o/x');
  expect(made.html).toContain('href="https://portal.example/o/x"');
  expect(made.html).toContain('Tagihan siap.');
});

test('whatever people are called, no markup of theirs gets into the mail', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', 'a', '\n') }), (name) => {
      const plain = letter({ subject: name, paragraphs: [name] }, brand.default, 'en', link).html;
      const empty = letter({ subject: '', paragraphs: [''] }, brand.default, 'en', link).html;
      const tags = (html: string) => html.match(/<(?!br>)[^>]*>/g);
      expect(tags(plain)).toEqual(tags(empty));
    }),
  );
});

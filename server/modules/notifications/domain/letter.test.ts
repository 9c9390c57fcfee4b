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

test('several ways to answer are a link each, in text and in HTML', () => {
  const choices = [
    { label: '5 – Puas', path: '/rating#score=5' },
    { label: '1 – <Tidak>', path: '/rating#score=1' },
  ];
  const made = letter({ subject: 'S', paragraphs: ['Bagaimana?'], choices }, brand.default, 'id', link);
  expect(made.text).toContain('5 – Puas: https://portal.example/rating#score=5');
  expect(made.html).toContain('href="https://portal.example/rating#score=1"');
  expect(made.html).toContain('1 – &#60;Tidak&#62;</a>');
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

test('a mail that can be answered says so, in full and with what it answers; the notice stays short', () => {
  const text = {
    subject: 'S',
    paragraphs: ['Kami peri…'],
    inMail: ['Kami periksa <dulu>.'],
    quote: { by: 'Budi', text: 'Mati.\nTolong.' },
  };
  const made = letter(text, brand.default, 'id', link, { answerable: true });
  expect(made.text).toContain('Kami periksa <dulu>.');
  expect(made.text).toContain('Budi menulis:\n> Mati.\n> Tolong.');
  expect(made.text).toContain('Balas email ini');
  expect(made.text).not.toContain('Kami peri…');
  expect(made.html).toContain('Kami periksa &#60;dulu&#62;.');
  expect(made.html).toContain('Mati.<br>Tolong.</blockquote>');
});

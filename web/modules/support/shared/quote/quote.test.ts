import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asMarkdown, placeQuote, quoteOf } from './quote.ts';

const said = { by: 'Rina', at: '23 Nov 2026 10.42' };

test('a quote says who and when, and goes deeper for what it quotes itself', () => {
  expect(quoteOf('Halo\n\n> tadi\n> **pagi**', said)).toBe(
    '> **Rina** · 23 Nov 2026 10.42\n>\n> Halo\n>\n> > tadi\n> > **pagi**',
  );
});

test('words that were selected stay words', () => {
  expect(asMarkdown('*tebal* [x](http://a.b) <b> `c`')).toBe('\\*tebal\\* \\[x\\](http://a.b) \\<b> \\`c\\`');
  expect(asMarkdown('- satu\n# dua\n1. tiga\n> empat\nlima - 6')).toBe(
    '\\- satu\n\\# dua\n1\\. tiga\n\\> empat\nlima - 6',
  );
  expect(asMarkdown('snake_case _miring_ a_b')).toBe('snake_case \\_miring\\_ a_b');
});

test('it stands where the caret was, and the caret behind it', () => {
  expect(placeQuote('', 0, '> a')).toEqual({ text: '> a\n\n', caret: 5 });
  expect(placeQuote('awal akhir', 4, '> a')).toEqual({ text: 'awal\n\n> a\n\nakhir', caret: 11 });
});

const anyText = fc.oneof(
  fc.string(),
  fc
    .array(fc.constantFrom('>', '*', '_', '\n', ' ', '`', '# ', '- ', '1. ', '[', '](', 'a', '\\', '```'))
    .map((all) => all.join('')),
);

test('no line leaves the quote, whatever is quoted and whoever said it', () => {
  fc.assert(
    fc.property(anyText, anyText, (text, by) => {
      const quote = quoteOf(text, { by: by.replaceAll('\n', ' '), at: 'kini' });
      for (const line of quote.split('\n')) expect(line.startsWith('>')).toBe(true);
    }),
  );
});

test('without the marks that keep it plain it is what was selected', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const lines = text.split('\n').map((line) => line.trim());
      expect(asMarkdown(text).replace(/\\([\\`*[\]<~&_#>+.)-])/g, '$1')).toBe(lines.join('\n'));
    }),
  );
});

test('what one has written stays, before and after', () => {
  fc.assert(
    fc.property(anyText, fc.nat(60), (text, place) => {
      const at = Math.min(place, text.length);
      const { text: all, caret } = placeQuote(text, at, '> q');
      expect(all.slice(0, caret).endsWith('> q\n\n')).toBe(true);
      expect(all.startsWith(text.slice(0, at).trimEnd())).toBe(true);
      expect(all.slice(caret)).toBe(text.slice(at).trimStart());
    }),
  );
});

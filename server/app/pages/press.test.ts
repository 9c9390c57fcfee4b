import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gzipAround, press } from './press.ts';

const shared = press(':root{--accent:#0f766e}\n'.repeat(4_000));

test('what is pressed around a shared text unpacks to the whole', () => {
  const text = fc.string({ unit: 'binary', maxLength: 2_000 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(gunzipSync(gzipAround(before, shared, after)).toString()).toBe(before + shared.text + after);
    }),
  );
});

test('what comes after refers to the shared text', () => {
  const css = press(Array.from({ length: 3_000 }, (_, n) => `.c${n * 7919}{order:${n}}`).join(''));
  const names = css.text.slice(-8_000);
  expect(gzipAround('', css, names).length - gzipAround('', css, '').length).toBeLessThan(200);
});

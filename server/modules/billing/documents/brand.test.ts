import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrastOnWhite, logoSvg, readableAccent } from './brand.ts';

const channels = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255));
const hex = (color: readonly number[]) =>
  `#${color.map((part) => part.toString(16).padStart(2, '0')).join('')}`;

test('contrast is as WCAG defines it', () => {
  expect(contrastOnWhite([0, 0, 0])).toBeCloseTo(21);
  expect(contrastOnWhite([255, 255, 255])).toBeCloseTo(1);
  expect(contrastOnWhite([0x76, 0x76, 0x76])).toBeCloseTo(4.54, 2);
});

test('every accent becomes readable, and one that was stays as it is', () => {
  fc.assert(
    fc.property(channels, (color) => {
      const readable = readableAccent(hex(color));
      const parts = [1, 3, 5].map((at) => Number.parseInt(readable.slice(at, at + 2), 16));
      expect(contrastOnWhite(parts)).toBeGreaterThanOrEqual(4.5);
      if (contrastOnWhite(color) >= 4.5) expect(readable).toBe(hex(color));
    }),
  );
});

test.each(['', 'red', '#fff', '#12345g', '#0f766e); #panic("'])('%s is not a color', (accent) => {
  expect(readableAccent(accent)).toBe('#000000');
});

test('a PNG is wrapped at its own size', () => {
  const header = Buffer.from('89504e470d0a1a0a0000000d49484452000000780000002801020300', 'hex');
  expect(logoSvg({ format: 'png', base64: header.toString('base64') })).toContain('width="120" height="40"');
});

test('what is no picture is left out', () => {
  expect(logoSvg(null)).toBeNull();
  expect(logoSvg({ format: 'png', base64: 'bm90IGEgcG5n' })).toBeNull();
  expect(logoSvg({ format: 'png', base64: '' })).toBeNull();
  expect(logoSvg({ format: 'svg', svg: '<html></html>' })).toBeNull();
});

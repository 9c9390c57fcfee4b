import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { brand } from '../../kernel/brand.ts';
import { pngIcon, svgIcon } from './icons.ts';

/** The color of one pixel of what `pngIcon` made. */
function colorAt(icon: Buffer, x: number, y: number): number[] {
  const width = icon.readUInt32BE(16);
  const data = icon.indexOf('IDAT');
  const rows = inflateSync(icon.subarray(data + 4, data + 4 + icon.readUInt32BE(data - 4)));
  return [...rows.subarray(y * (1 + width * 3) + 1 + x * 3).subarray(0, 3)];
}

const business = { ...brand.default, name: 'Nusantara', accent: '#0f766e' };

test('an icon is the first letter on the accent, at any size', () => {
  for (const pixels of [180, 512]) {
    const icon = pngIcon(business, pixels);
    expect([icon.readUInt32BE(16), icon.readUInt32BE(20)]).toEqual([pixels, pixels]);
    expect(colorAt(icon, 3, 3)).toEqual([0x0f, 0x76, 0x6e]);
    // The diagonal of the N goes through the middle.
    expect(colorAt(icon, pixels / 2, Math.round(pixels * 0.5))).toEqual([255, 255, 255]);
  }
});

test('a letter that was not drawn is left out, and never breaks the icon', () => {
  const icon = pngIcon({ ...business, name: '雲' }, 180);
  expect(colorAt(icon, 90, 90)).toEqual([0x0f, 0x76, 0x6e]);
});

const svg = (box: string) =>
  `data:image/svg+xml;base64,${Buffer.from(`<svg viewBox="${box}"/>`).toString('base64')}`;

test('a square logo is the icon, a wide one is not', () => {
  expect(svgIcon({ ...business, logo: svg('0 0 100 100') }, 7)).toContain('<image href="data:image/svg+xml');
  expect(svgIcon({ ...business, logo: svg('0 0 1530 180') }, 7)).toContain('>N</text>');
  const logo = pngIcon(business, 64);
  const square = `data:image/png;base64,${logo.toString('base64')}`;
  expect(pngIcon({ ...business, name: 'X', logo: square }, 180)).toEqual(logo);
});

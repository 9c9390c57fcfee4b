import { crc32, deflateSync, inflateSync } from 'node:zlib';
import type { Brand } from '../../kernel/brand.ts';
import { scaleFromAccent } from '../../../web/kernel/brand/css.ts';
import { escape } from './html.ts';
import { letters, pressed, size } from './letters.gen.ts';

/** Squares of `size` pixels, one byte each, how much of it is letter. */
let masks: Buffer | null = null;

const initialOf = ({ name }: Brand): string => [...name][0]!.toUpperCase();

/** The logo where it is about as high as it is wide, else the first letter on the accent. On a field of 32 by 32. */
export function svgIcon(brand: Brand, radius: number): string {
  const { accent, onAccent } = scaleFromAccent(brand.accent).light;
  const logo = isSquare(brand.logo);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="512" height="512">` +
    (logo
      ? `<image href="${brand.logo}" width="32" height="32"/>`
      : `<rect width="32" height="32" rx="${radius}" fill="${accent}"/>` +
        `<text x="16" y="22" text-anchor="middle" font-family="Inter, system-ui, sans-serif" font-size="17" ` +
        `font-weight="700" fill="${onAccent}">${escape(initialOf(brand))}</text>`) +
    `</svg>`
  );
}

/** The same as PNG, for phones and for previews of links, which take no SVG. A letter that was not drawn is left out. */
export function pngIcon(brand: Brand, pixels: number): Buffer {
  if (brand.logo?.startsWith('data:image/png') && isSquare(brand.logo)) return bytesOf(brand.logo);
  const { accent, onAccent } = scaleFromAccent(brand.accent).light;
  const [ground, ink] = [rgb(accent), rgb(onAccent)];
  const mask = maskOf(initialOf(brand));
  // Each row begins with the number of its filter: none.
  const rows = Buffer.alloc(pixels * (1 + pixels * 3));
  for (let y = 0, at = 0; y < pixels; y++) {
    at++;
    for (let x = 0; x < pixels; x++) {
      const share = mask ? sample(mask, ((x + 0.5) * size) / pixels, ((y + 0.5) * size) / pixels) : 0;
      for (const part of [0, 1, 2] as const)
        rows[at++] = Math.round(ground[part] + (ink[part] - ground[part]) * share);
    }
  }
  return png(pixels, rows);
}

/** Width by height of a PNG or of an SVG's field, within a quarter of each other. */
function isSquare(logo: string | null): boolean {
  if (!logo) return false;
  const bytes = bytesOf(logo);
  const field = /viewBox="[\d.-]+[ ,]+[\d.-]+[ ,]+([\d.]+)[ ,]+([\d.]+)"/.exec(bytes.toString());
  const [width, height] = logo.startsWith('data:image/png')
    ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
    : [Number(field?.[1] ?? 0), Number(field?.[2] ?? 1)];
  return width / height > 0.8 && width / height < 1.25;
}

const bytesOf = (logo: string): Buffer => Buffer.from(logo.slice(logo.indexOf(',') + 1), 'base64');

const rgb = (color: string): [number, number, number] => {
  const all = Number.parseInt(color.slice(1), 16);
  return [all >> 16, (all >> 8) & 255, all & 255];
};

function maskOf(letter: string): Buffer | null {
  const index = letters.indexOf(letter);
  masks ??= inflateSync(Buffer.from(pressed, 'base64'));
  return index < 0 ? null : masks.subarray(index * size * size, (index + 1) * size * size);
}

/** How much of the point (x, y) of a mask is letter, between its four pixels. */
function sample(mask: Buffer, x: number, y: number): number {
  const [left, top] = [Math.floor(x - 0.5), Math.floor(y - 0.5)];
  const [right, below] = [x - 0.5 - left, y - 0.5 - top];
  const at = (column: number, row: number) => mask[row * size + column] ?? 0;
  const upper = at(left, top) * (1 - right) + at(left + 1, top) * right;
  const lower = at(left, top + 1) * (1 - right) + at(left + 1, top + 1) * right;
  return (upper * (1 - below) + lower * below) / 255;
}

function png(pixels: number, rows: Buffer): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(pixels, 0);
  head.writeUInt32BE(pixels, 4);
  // Eight bits of each of red, green and blue.
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([signature, ...parts]);
}

function chunk(kind: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

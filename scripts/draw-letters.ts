import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { deflateSync } from 'node:zlib';
import { chromium } from '@playwright/test';

/**
 * Draws the letters of icons once, with Chromium and the typeface of the portal: `server/app/pages/letters.gen.ts` holds for each
 * of `letters` a square of `size` pixels, one byte each, how much of the pixel is letter (in sixteen steps), all deflated.
 */
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const size = 192;
const font = readFileSync(
  new URL('../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2', import.meta.url),
);

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });
const page = await browser.newPage();
const drawn = await page.evaluate<number[]>(`(async () => {
  const face = new FontFace('Letters', 'url(data:font/woff2;base64,${font.toString('base64')})', { weight: '700' });
  document.fonts.add(await face.load());
  const context = new OffscreenCanvas(${size}, ${size}).getContext('2d');
  context.font = '700 ${Math.round(size * 0.53)}px Letters';
  context.textAlign = 'center';
  return [...'${letters}'].flatMap((letter) => {
    context.clearRect(0, 0, ${size}, ${size});
    context.fillText(letter, ${size / 2}, ${size * 0.693});
    const { data } = context.getImageData(0, 0, ${size}, ${size});
    return Array.from({ length: ${size * size} }, (_, pixel) => Math.round(data[pixel * 4 + 3] / 17) * 17);
  });
})()`);
await browser.close();
const pressed = deflateSync(Uint8Array.from(drawn), { level: 9 }).toString('base64');
await writeFile(
  new URL('../server/app/pages/letters.gen.ts', import.meta.url),
  `// Made by scripts/draw-letters.ts.\nexport const letters = '${letters}';\nexport const size = ${size};\nexport const pressed =\n  '${pressed}';\n`,
);

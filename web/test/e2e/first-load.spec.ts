import { expect } from '@playwright/test';
import { signInAs } from './kit/demo.ts';
import { ownPlaces } from './kit/places.ts';
import { test } from './kit/test.ts';

/** Of all scripts that a page names and needs to work, gzipped: what a cheap phone on a slow line pays for. */
const mostBytes = 60 * 1024;
const mostFiles = 14;

test('no page that people open most asks for much script', async ({ page, request }) => {
  await signInAs(page, 'owner of PT Sinar Rejeki');
  const { home, first } = await ownPlaces(page);
  const places = { '/sign-in': request, [home]: page.request, [`${home}/invoices`]: page.request };
  places[await first('tickets')] = page.request;
  for (const [path, visitor] of Object.entries(places)) {
    const html = await (await visitor.get(path)).text();
    const files = [...new Set([...html.matchAll(/assets\/[\w-]+\.js/g)].map(([file]) => file))];
    const sizes = await Promise.all(
      files.map(async (file) => {
        const answer = await request.head(`/${file}`, { headers: { 'accept-encoding': 'gzip' } });
        return [file, Number(answer.headers()['content-length'])] as const;
      }),
    );
    const sum = sizes.reduce((total, [, size]) => total + size, 0);
    expect(sum, path).toBeGreaterThan(0);
    expect(sum, `${path}: ${JSON.stringify(sizes)}`).toBeLessThanOrEqual(mostBytes);
    expect(files.length, `${path}: ${files.join(' ')}`).toBeLessThanOrEqual(mostFiles);
  }
});

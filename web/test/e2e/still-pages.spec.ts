import { expect } from '@playwright/test';
import { signInAs } from './kit/demo.ts';
import { ownPlaces } from './kit/places.ts';
import { slowDown, watchShifts } from './kit/shifts.ts';
import { test } from './kit/test.ts';

test('pages of an organization stand still from the first paint on', async ({ page }) => {
  await signInAs(page, 'owner of PT Sinar Rejeki');
  const { home, first } = await ownPlaces(page);
  const lists = ['invoices', 'tickets', 'services'] as const;
  const places = [home, ...lists.map((list) => `${home}/${list}`), ...(await Promise.all(lists.map(first)))];
  const shifts = await watchShifts(page);
  await slowDown(page, 4);
  for (const path of places) {
    // What waits until the page is idle asks for this last.
    const idle = page.waitForRequest('**/api/live');
    await page.goto(path);
    await idle;
    await expect(page.locator('#app'), path).toHaveAttribute('data-drawn', 'taken');
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
    const { sum, moved } = await shifts();
    // A pixel or two when the font arrives.
    expect(sum, `${path}: ${moved.join('; ')}`).toBeLessThan(0.001);
  }
});

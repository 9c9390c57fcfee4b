import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { signInAs } from './kit/demo.ts';
import { ownPlaces } from './kit/places.ts';
import { test } from './kit/test.ts';

for (const viewport of [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
]) {
  test(`what is drawn of somebody's pages is taken over without complaint at ${viewport.width}`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await signInAs(page, 'owner of PT Sinar Rejeki');
    const { home, first } = await ownPlaces(page);
    for (const path of [home, `${home}/invoices`, `${home}/services`, await first('tickets')]) {
      const answer = await page.goto(path);
      expect(answer!.headers()['cache-control']).toBe('no-store');
      await expect(page.locator('#app'), path).toHaveAttribute('data-drawn', 'taken');
    }
    expect(complaints).toEqual([]);
  });
}

/** A ticket for a test alone: they run at once, and a draft is the same in all windows of somebody. */
async function openTicket({ request }: Page): Promise<string> {
  const { organizations } = await (await request.get('/api/session')).json();
  const { id, slug } = organizations[0];
  const answer = await request.post(`/api/organizations/${id}/tickets`, {
    headers: { 'idempotency-key': crypto.randomUUID() },
    data: { subject: 'Early words', text: 'We write before the script is there.' },
  });
  expect(answer.status()).toBe(201);
  return `/o/${slug}/tickets/${(await answer.json()).id}`;
}

test('what this browser keeps is there after the drawing is taken over', async ({ page }) => {
  await signInAs(page, 'owner of PT Sinar Rejeki');
  const { home } = await ownPlaces(page);
  const ticket = await openTicket(page);
  await page.goto(ticket);
  const reply = page.locator('main form textarea');
  await reply.fill('Half a sentence');
  await expect
    .poll(() => page.evaluate(() => JSON.stringify(Object.values(sessionStorage))))
    .toContain('Half a sentence');
  await page.reload();
  await expect(page.locator('#app')).toHaveAttribute('data-drawn', 'taken');
  await expect(reply).toHaveValue('Half a sentence');
  await reply.fill('');

  await page.goto(home);
  const cards = page.locator('main .grid > div h2');
  const before = await cards.allTextContents();
  await page.evaluate(() => localStorage.setItem('dashboard-order', 'tickets services money'));
  await page.reload();
  await expect(cards.first()).not.toHaveText(before[0]!);
});

test('a button pressed before the script is there does its work once it is', async ({ page }) => {
  await signInAs(page, 'owner of PT Sinar Rejeki');
  const ticket = await openTicket(page);
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/assets/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(ticket, { waitUntil: 'commit' });
  const reply = page.locator('main form textarea');
  await reply.fill('Written early');
  await page
    .getByRole('button', { name: /^(Account|Akun)/ })
    .first()
    .click();
  release();
  await expect(page.locator('#app')).toHaveAttribute('data-drawn', 'taken');
  await expect(reply).toHaveValue('Written early');
  await expect(page.getByRole('menuitem').first()).toBeVisible();
  await reply.fill('');
});

test('what is written and sent before the script is there is sent as it was written', async ({ page }) => {
  await signInAs(page, 'owner of PT Sinar Rejeki');
  const ticket = await openTicket(page);
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/assets/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(ticket, { waitUntil: 'commit' });
  const form = page.locator('main form').filter({ has: page.locator('textarea') });
  const words = `Written early ${crypto.randomUUID()}`;
  await form.locator('textarea').fill(words);
  await form.locator('button[type=submit]').click();
  release();
  await expect(page.locator('main article', { hasText: words })).toBeVisible();
});

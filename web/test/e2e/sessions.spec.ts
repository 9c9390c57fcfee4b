import { expect } from '@playwright/test';
import { signInAs } from './kit/demo.ts';
import { expectAccessible } from './kit/accessible.ts';
import { appointInEnglish } from './kit/staff.ts';
import { test } from './kit/test.ts';

const password = 'kuda terbang malam';

test('every page has the way out one press away, and nothing of the person is left behind it', async ({
  page,
}) => {
  await signInAs(page, 'administrator');
  await appointInEnglish(page, 'support');
  for (const path of ['/console', '/console/tickets', '/account/profile', '/account/security']) {
    await page.goto(path);
    await page.getByRole('button', { name: 'Your account' }).click();
    await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible();
    await page.keyboard.press('Escape');
  }
  await page.getByRole('button', { name: 'Your account' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL('**/sign-in');
  await expect(page.getByText('You were signed out')).toHaveCount(0);
  await page.goto('/account/security');
  await page.waitForURL('**/sign-in?**');
});

test('whoever is signed out elsewhere is told so at once, and comes back to where they were', async ({
  page,
  browser,
}) => {
  await signInAs(page, 'administrator');
  await appointInEnglish(page, 'support');
  const { email } = (await (await page.request.get('/api/me')).json()) as { email: string };
  // The stream must be open before anything happens elsewhere.
  await Promise.all([page.waitForResponse('**/api/live'), page.goto('/account/profile')]);
  const elsewhere = await browser.newContext();
  const asked = await elsewhere.request.post('/api/session', { data: { email, password } });
  expect(asked.status()).toBe(204);
  expect((await elsewhere.request.delete('/api/me/sessions')).status()).toBe(204);

  await page.waitForURL((url) => url.pathname === '/sign-in');
  await expect(page.getByText('You were signed out here.')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/account/profile');
  await elsewhere.close();
});

test('support sees where somebody is signed in and how, and ends it', async ({ page }) => {
  await signInAs(page, 'Grace Tan');
  await page.context().clearCookies();
  await signInAs(page, 'administrator');
  await appointInEnglish(page, 'support');
  await page.goto('/console/sign-ins');
  await page.getByRole('searchbox').fill('grace');
  await page.waitForURL('**/console/sign-ins?q=grace');
  await page.getByRole('link', { name: 'Grace Tan' }).first().click();
  await expect(page.getByRole('heading', { name: 'Grace Tan' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(page.getByText('Signed in nowhere.')).toBeVisible();
});

import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { personOf, signInAs } from './kit/demo.ts';
import { appointInEnglish } from './kit/staff.ts';
import { test } from './kit/test.ts';

test.use({ locale: 'en-US', permissions: ['clipboard-read', 'clipboard-write'] });

const link = '#token=a-token-that-nobody-was-given-00000';
/** Every page that asks for a password, and what password managers are told of its fields. */
const pages: [path: string, signedIn: boolean, fields: string[]][] = [
  ['/sign-in', false, ['current-password']],
  [`/verify-email${link}`, false, ['new-password']],
  [`/reset-password${link}`, false, ['new-password']],
  [`/setup${link}`, false, ['new-password']],
  ['/account/security', true, ['current-password', 'new-password']],
];

const fieldsOf = (page: Page) => page.locator('input[autocomplete$="-password"]');

async function paste(page: Page, field: Locator, text: string): Promise<void> {
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await field.focus();
  await page.keyboard.press('Control+V');
}

for (const [path, signedIn, expected] of pages) {
  test(`on ${path.split('#')[0]} passwords are masked, can be shown for a moment, pasted and filled in`, async ({
    page,
  }) => {
    if (signedIn) {
      await signInAs(page, 'administrator');
      await appointInEnglish(page, 'support');
    }
    await page.goto(path);
    const fields = fieldsOf(page);
    await expect(fields).toHaveCount(expected.length);
    // Nowhere is one asked for under another guise.
    expect(await page.locator('input[type=password]').count()).toBe(expected.length);
    for (const [at, autocomplete] of expected.entries()) {
      const field = fields.nth(at);
      await expect(field).toHaveAttribute('autocomplete', autocomplete);
      await expect(field).toHaveAttribute('type', 'password');
      const words = `kuda terbang ${at} 馬 & <b>malam</b>`;
      await paste(page, field, words);
      await expect(field).toHaveValue(words);
      await expect(field).toHaveAttribute('type', 'password');

      const eye = field.locator('..').getByRole('button');
      await expect(eye).toHaveAccessibleName('Show password');
      await eye.click();
      await expect(field).toHaveAttribute('type', 'text');
      await expect(field).toHaveValue(words);
      await expect(eye).toHaveAccessibleName('Hide password');
      await eye.click();
      await expect(field).toHaveAttribute('type', 'password');

      // As password managers do it: without a key being pressed.
      await field.evaluate((input: HTMLInputElement) => {
        input.value = 'filled in by a manager';
        for (const kind of ['input', 'change']) input.dispatchEvent(new Event(kind, { bubbles: true }));
      });
      await expect(field).toHaveValue('filled in by a manager');
    }
  });
}

test('who pastes address and password is signed in', async ({ page }) => {
  const { email, password } = personOf('owner');
  await page.goto('/sign-in');
  const address = page.getByLabel('Email');
  await expect(address).toHaveAttribute('autocomplete', 'username webauthn');
  await paste(page, address, email);
  await paste(page, fieldsOf(page), password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
});

import { expect } from '@playwright/test';
import { signInAs } from './kit/demo.ts';
import { ownPlaces } from './kit/places.ts';
import { test } from './kit/test.ts';

test('who pays turns automatic payment off, and on again', async ({ page }) => {
  await signInAs(page, 'owner of PT Sinar Rejeki');
  const { home } = await ownPlaces(page);
  await page.goto(`${home}/payment-methods`);
  const choice = page.getByRole('checkbox', {
    name: /^(Bayar perpanjangan secara otomatis|Pay renewals automatically)/,
  });
  await expect(choice).toBeChecked();
  // The box is unchecked before the server knows.
  const known = page.waitForResponse(
    (answer) => answer.request().method() === 'POST' && answer.url().endsWith('/automatic-payment'),
  );
  await choice.click();
  await known;
  await page.reload();
  await expect(choice).not.toBeChecked();
  await choice.click();
  await expect(choice).toBeChecked();
});

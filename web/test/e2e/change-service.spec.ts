import { expect } from '@playwright/test';
import { signInAs } from './kit/demo.ts';
import { ownPlaces } from './kit/places.ts';
import { test } from './kit/test.ts';

// What is shown is what is agreed, and it is taken back again: the demo stays as it is.

test('more of a service: the sum is shown with its reason, agreed on, and taken back', async ({ page }) => {
  await signInAs(page, 'owner of PT Sinar Rejeki');
  const { home } = await ownPlaces(page);
  const { organizations } = await (await page.request.get('/api/session')).json();
  const base = `/api/organizations/${organizations[0].id}/services`;
  const { items } = await (await page.request.get(base)).json();
  const { id } = items.find(({ names }: { names: { en: string } }) => names.en.startsWith('NusaDesk'));

  await page.goto(`${home}/services/${id}`);
  await page.getByRole('link', { name: /Change the plan|Ubah paket/ }).click();
  await page
    .getByRole('button', { name: /^(One more|Tambah)/ })
    .first()
    .click();
  const act = page
    .getByRole('button', { name: /^(Change and pay|Ubah dan bayar) Rp/ })
    .filter({ visible: true });
  await expect(act).toBeEnabled();
  await expect(page.getByText(/of 3[01] days|dari 3[01] hari/).first()).toBeVisible();
  await act.click();
  await expect(page.getByRole('heading', { name: /ready to be paid|siap dibayar/ })).toBeVisible();
  await page.getByRole('link', { name: /Back to the service|Kembali ke layanan/ }).click();
  await page.getByRole('button', { name: /Take the change back|Tarik perubahan/ }).click();
  await expect(page.getByText(/stays as it is|tetap seperti semula/).first()).toBeVisible();
});

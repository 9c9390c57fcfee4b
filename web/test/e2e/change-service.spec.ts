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

test('a pause: over at once, begun again as its sums were shown, seen by the client and by staff', async ({
  page,
  browser,
}) => {
  await signInAs(page, 'owner of PT Sinar Rejeki');
  const { home } = await ownPlaces(page);
  const { organizations } = await (await page.request.get('/api/session')).json();
  const base = `/api/organizations/${organizations[0].id}/services`;
  const { items } = await (await page.request.get(base)).json();
  const { id } = items.find(({ names }: { names: { en: string } }) =>
    names.en.startsWith('Support retainer'),
  );

  // In the demo it is paused. What is paused again on that day counts once, so that this may be tried again.
  await page.goto(`${home}/services/${id}`);
  const runs = page.getByText(/^(Paused since|Dijeda sejak) /);
  await expect(runs).toBeVisible();
  await page.getByRole('button', { name: /^(Start it again|Lanjutkan)$/ }).click();
  const asked = page.getByRole('dialog').filter({ visible: true });
  await expect(asked).toContainText(/paid until|dibayar sampai/);
  await asked.getByRole('button', { name: /^(Start it again|Lanjutkan)$/ }).click();
  await expect(runs).toBeHidden();

  await page.getByRole('button', { name: /^(Pause this service|Jeda layanan ini)$/ }).click();
  const { today } = await (await page.request.get(`${base}/${id}/pauses`)).json();
  const back = new Date(Date.parse(today) + 45 * 86_400_000).toISOString().slice(0, 10);
  await asked.getByLabel(/Starts again by itself on|Berlanjut dengan sendirinya/).fill(back);
  await expect(asked.getByText(/are kept for afterwards|disimpan dan berlanjut/)).toBeVisible();
  await expect(asked.getByText(/Rp[\d.,\s]+ (on|pada) /)).toBeVisible();
  await asked.getByRole('button', { name: /^(Pause right now|Jeda sekarang)$/ }).click();
  await expect(runs).toBeVisible();

  const desk = await browser.newContext({ baseURL: new URL(page.url()).origin });
  const staff = await desk.newPage();
  await signInAs(staff, 'administrator');
  await staff.goto(`/console/services/${id}`);
  await expect(staff.getByText(/^(Paused since|Dijeda sejak) /)).toBeVisible();
  await desk.close();
});

import { expect } from '@playwright/test';
import { text as orders } from '../../modules/orders/text/id.ts';
import { text as words } from '../../modules/offers/text/id.ts';
import { text as desk } from '../../modules/offers/text/desk-id.ts';
import { expectAccessible } from './kit/accessible.ts';
import { signInAs } from './kit/demo.ts';
import { ownPlaces } from './kit/places.ts';
import { test } from './kit/test.ts';

// In Indonesian, as these people read: staff write an offer in their own words and send it; the client finds it, accepts it, and has the invoice.

test('an offer is written, sent, found and accepted', async ({ page, browser }) => {
  const title = `Cabling ${crypto.randomUUID().slice(0, 6)}`;
  const { form } = desk;
  await signInAs(page, 'administrator');
  await page.goto('/console/offers/new');
  await page.getByLabel(form.findClient).fill('Sinar Rejeki');
  await page
    .getByRole('button', { name: /Sinar Rejeki/ })
    .first()
    .click();
  await page.getByLabel(form.title).fill(title);
  await page.getByLabel(form.validUntil).fill('2099-12-31');
  await page.getByRole('button', { name: form.addFree }).click();
  await page.getByLabel(form.descriptionId).fill('Pemasangan kabel');
  await page.getByLabel(form.unitPrice).fill('750000');
  await expect(page.getByText(words.subtotal)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: form.save }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
  await page.getByRole('button', { name: desk.send, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: desk.send }).click();
  await expect(page.getByText(words.states.sent)).toBeVisible();

  const client = await (await browser.newContext({ locale: 'id-ID' })).newPage();
  await signInAs(client, 'owner of PT Sinar Rejeki');
  const { home } = await ownPlaces(client);
  await client.goto(`${home}/orders`);
  await client.getByRole('link', { name: orders.list.offers }).click();
  await client.getByRole('link', { name: new RegExp(title) }).click();
  await expectAccessible(client);
  await client.getByRole('button', { name: words.accept }).click();
  const dialog = client.getByRole('dialog');
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: words.accept }).click();
  await expect(client.getByText(words.states.accepted, { exact: true })).toBeVisible();
  await expect(client.getByRole('link', { name: words.seeInvoice }).last()).toBeVisible();
});

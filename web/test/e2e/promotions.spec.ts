import { expect } from '@playwright/test';
import { text as orders } from '../../modules/orders/text/en.ts';
import { text as promotions } from '../../modules/promotions/text/id.ts';
import { expectAccessible } from './kit/accessible.ts';
import { signInAs } from './kit/demo.ts';
import { test } from './kit/test.ts';

// Staff, who read Indonesian, make a code; whoever orders enters it, and is told why another does not apply.

test.use({ locale: 'en-US' });

test('a code made in the console takes its part off at the checkout', async ({ page, browser }) => {
  const code = `E2E${crypto.randomUUID().slice(0, 6).toUpperCase()}`;
  await signInAs(page, 'administrator');
  await page.goto('/console/promotions/new');
  const { form } = promotions;
  await page.getByLabel(form.nameId).fill('Diskon uji');
  await page.getByLabel(form.nameEn).fill('Trial discount');
  await page.getByRole('textbox', { name: form.code }).fill(code);
  await page.getByRole('textbox', { name: form.percent }).fill('50');
  await expectAccessible(page);
  await page.getByRole('button', { name: form.add }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Diskon uji');

  const visitor = await (await browser.newContext({ locale: 'en-US' })).newPage();
  await visitor.goto('/store/web-hosting');
  await visitor.getByRole('button', { name: 'Order Starter' }).click();
  await visitor.waitForURL(/\/checkout\/web-hosting\?plan=/);
  await visitor.getByRole('radio', { name: /Singap/ }).check();
  const { promotion } = orders;
  await visitor.getByText(promotion.ask).click();
  const field = visitor.getByLabel(promotion.label);
  await field.fill('NOSUCHCODE');
  await visitor.getByRole('button', { name: promotion.apply }).click();
  await expect(visitor.getByText(promotion.no.unknown)).toBeVisible();
  await field.fill(code.toLowerCase());
  await visitor.getByRole('button', { name: promotion.apply }).click();
  await expect(visitor.getByText(promotion.got('Trial discount'))).toBeVisible();
  await expect(visitor.getByText(/^Trial discount: /).first()).toBeVisible();
  await expectAccessible(visitor);
});

import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { text as identityEn } from '../../modules/identity/text/en.ts';
import { text as identityId } from '../../modules/identity/text/id.ts';
import { text as ordersEn } from '../../modules/orders/text/en.ts';
import { text as ordersId } from '../../modules/orders/text/id.ts';
import { text as organizationsEn } from '../../modules/organizations/text/en.ts';
import { text as organizationsId } from '../../modules/organizations/text/id.ts';
import { text as paymentsEn } from '../../modules/payments/text/en.ts';
import { text as paymentsId } from '../../modules/payments/text/id.ts';
import { text as servicesEn } from '../../modules/services/text/en.ts';
import { text as servicesId } from '../../modules/services/text/id.ts';
import { expectAccessible } from './kit/accessible.ts';
import { signInAs } from './kit/demo.ts';
import { mailedLink } from './kit/outbox.ts';
import { test } from './kit/test.ts';

/** What the page of the sandbox gateway says, as its payers read it. */
const gateway = {
  id: {
    cardTitle: 'Bayar dengan kartu',
    number: 'Nomor kartu',
    expiry: 'Berlaku sampai',
    cvc: 'Kode keamanan',
    holder: 'Nama pada kartu',
    pay: 'Bayar …',
    challengeTitle: 'Konfirmasi pembayaran',
    approve: 'Setujui …',
    backTo: 'Kembali ke …',
  },
  en: {
    cardTitle: 'Pay by card',
    number: 'Card number',
    expiry: 'Valid until',
    cvc: 'Security code',
    holder: 'Name on the card',
    pay: 'Pay …',
    challengeTitle: 'Confirm the payment',
    approve: 'Approve …',
    backTo: 'Back to …',
  },
};

const languages = {
  id: {
    locale: 'id-ID',
    gateway: gateway.id,
    identity: identityId,
    orders: ordersId,
    organizations: organizationsId,
    payments: paymentsId,
    services: servicesId,
    product: { name: 'Web hosting', location: 'Jakarta' },
    person: 'Ani Lestari',
  },
  en: {
    locale: 'en-US',
    gateway: gateway.en,
    identity: identityEn,
    orders: ordersEn,
    organizations: organizationsEn,
    payments: paymentsEn,
    services: servicesEn,
    product: { name: 'Web hosting', location: 'Jakarta' },
    person: 'Sam Taylor',
  },
};

for (const [language, words] of Object.entries(languages)) {
  test.describe(language, { tag: `@${language}` }, () => {
    test.use({ locale: words.locale });

    test(`a stranger signs up, orders, pays by card and has a running service (${language})`, async ({
      page,
      browser,
    }) => {
      test.setTimeout(240_000);
      await signUp(page, await (await browser.newContext()).newPage(), words);
      await order(page, words);
      await payByCard(page, words);
      await seeReceipt(page, words);
      await useService(page, words);
      await cancel(page, words);
    });
  });
}

type Words = (typeof languages)['id'] | (typeof languages)['en'];

/** What a text with a sum or a name in it begins or ends with, as a pattern. */
const like = (words: string) => new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace('…', '.+'));

async function signUp(page: Page, staff: Page, { identity, organizations, person }: Words): Promise<void> {
  const email = `${crypto.randomUUID().slice(0, 8)}@main-job.example`;
  await page.goto('/sign-up');
  await page.getByLabel(identity.fields.name).fill(person);
  await page.getByLabel(identity.fields.email).fill(email);
  await page.getByRole('button', { name: identity.signUp.act }).click();
  await expect(page.getByRole('heading', { name: identity.mailed.title })).toBeVisible();
  await signInAs(staff, 'administrator');
  await page.goto(await mailedLink(staff, email));
  await page.getByLabel(identity.fields.newPassword).fill('kuda terbang malam');
  await page.getByRole('button', { name: identity.choose.act }).click();

  await page.waitForURL('/organizations/new*');
  await expect(page.getByLabel(organizations.create.name)).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel(organizations.create.name).fill(`${person} & ${email.slice(0, 8)}`);
  await page.getByRole('button', { name: organizations.create.act }).click();
  await page.waitForURL(/\/o\/[^/]+$/);
  await expect(page.locator('main h1')).toBeVisible();
  await expectAccessible(page);
}

async function order(page: Page, { orders: { flow, done }, product }: Words): Promise<void> {
  await page.goto(`${page.url()}/order`);
  await page
    .getByRole('link', { name: like(product.name) })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: product.name })).toBeVisible();
  await page.getByText(product.location, { exact: true }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: flow.review }).filter({ visible: true }).click();
  await page.getByRole('checkbox', { name: like(flow.terms(1)) }).check();
  await expectAccessible(page);
  const place = page.getByRole('button', { name: like(flow.place('…')) }).filter({ visible: true });
  // Pressed twice, as people do: it is ordered once.
  await place.dblclick();
  await expect(page.getByRole('heading', { name: done.title })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: like(done.payAct('…')) }).click();
}

/** By a card whose bank asks its holder first. */
async function payByCard(page: Page, { payments: { pay, payment }, gateway: hosted }: Words): Promise<void> {
  await expect(page.getByRole('radio').first()).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole('radio', { name: /kartu|card/i })
    .first()
    .check({ force: true });
  await page
    .getByRole('button', { name: like(pay.act('…')) })
    .filter({ visible: true })
    .click();

  await expect(page.getByRole('heading', { name: hosted.cardTitle })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel(hosted.number).fill('4000 0000 0000 3220');
  await page.getByLabel(hosted.expiry).fill('12/34');
  await page.getByLabel(hosted.cvc).fill('123');
  await page.getByLabel(hosted.holder).fill('ANI LESTARI');
  await page.getByRole('button', { name: like(hosted.pay) }).click();
  await expect(page.getByRole('heading', { name: hosted.challengeTitle })).toBeVisible();
  await page.getByRole('button', { name: like(hosted.approve) }).click();
  await page.getByRole('link', { name: like(hosted.backTo) }).click();

  await expect(page.getByRole('heading', { name: like(payment.succeeded('…')) })).toBeVisible();
  await expectAccessible(page);
}

async function seeReceipt(page: Page, { payments: { payment } }: Words): Promise<void> {
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: like(payment.receipt('…')) }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/[.]pdf$/);
  expect(await download.failure()).toBeNull();
  await page.getByRole('link', { name: payment.seeInvoice }).click();
  await expect(page.locator('main h1')).toBeVisible();
  await expectAccessible(page);
}

/** The service is there, and says so by itself when it is set up. */
async function useService(page: Page, { orders }: Words): Promise<void> {
  const [home] = /^.*\/o\/[^/]+/.exec(page.url())!;
  await page.goto(`${home}/orders`);
  await page.locator('main a[href*="/orders/"]').filter({ visible: true }).first().click();
  await expect(page.getByText(orders.happenings.fulfilled)).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page);
  const heading = page.locator('main h1');
  const ofOrder = await heading.innerText();
  await page.getByRole('link', { name: orders.order.service }).filter({ visible: true }).first().click();
  await page.waitForURL(/\/services\/[^/]+$/);
  // The order stands there until its service has come.
  await expect(heading).not.toHaveText(ofOrder);
  await expect(heading).toBeVisible();
  await expectAccessible(page);
}

async function cancel(page: Page, { services: { canceling } }: Words): Promise<void> {
  await page.goto(`${page.url()}/cancel`);
  await expectAccessible(page);
  await page.getByText(canceling.reasons.unused, { exact: true }).click();
  await page.getByRole('button', { name: canceling.review }).filter({ visible: true }).click();
  await expectAccessible(page);
  await page
    .getByRole('button', { name: like(canceling.actAt('…')) })
    .filter({ visible: true })
    .click();
  await expect(page.getByRole('heading', { name: like(canceling.doneAtTitle('…')) })).toBeVisible();
  await expectAccessible(page);
}

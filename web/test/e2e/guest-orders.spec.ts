import { expect } from '@playwright/test';
import { text as claimsEn } from '../../modules/guests/text/en.ts';
import { text as claimsId } from '../../modules/guests/text/id.ts';
import { text as identityEn } from '../../modules/identity/text/en.ts';
import { text as identityId } from '../../modules/identity/text/id.ts';
import { text as ordersEn } from '../../modules/orders/text/en.ts';
import { text as ordersId } from '../../modules/orders/text/id.ts';
import { expectAccessible } from './kit/accessible.ts';
import { signInAs } from './kit/demo.ts';
import { mailedLink } from './kit/outbox.ts';
import { test } from './kit/test.ts';

// Somebody without an account orders, pays at the gateway, and makes it theirs by proving the address.

const languages = {
  id: {
    locale: 'id-ID',
    words: ordersId,
    claims: claimsId.claims,
    identity: identityId,
    plan: 'Pesan Rintis',
    wallet: 'Dompet Sandbox',
    hosted: { pay: /^Bayar/, back: /^Kembali ke/ },
  },
  en: {
    locale: 'en-US',
    words: ordersEn,
    claims: claimsEn.claims,
    identity: identityEn,
    plan: 'Order Starter',
    wallet: 'Sandbox Wallet',
    hosted: { pay: /^Pay/, back: /^Back to/ },
  },
};

for (const [language, { locale, words, claims, identity, plan, wallet, hosted }] of Object.entries(
  languages,
)) {
  // Without script in one language: the words are the same, and `guests` has the other one.
  for (const javaScriptEnabled of language === 'id' ? [true, false] : [true]) {
    test(
      `a guest orders and pays, ${language}, ${javaScriptEnabled ? 'with' : 'without'} script`,
      { tag: `@${language}` },
      async ({ browser }) => {
        const { guest, lookup, flow } = words;
        const email = `pesan-${crypto.randomUUID().slice(0, 8)}@example.com`;
        const visitor = await browser.newContext({ locale, javaScriptEnabled });
        const page = await visitor.newPage();
        const desk = await browser.newPage();
        await signInAs(desk, 'administrator');
        const asked: string[] = [];
        page.on('request', (request) => asked.push(request.url()));
        const accessible = () => (javaScriptEnabled ? expectAccessible(page) : Promise.resolve());
        const title = page.getByRole('heading', { level: 1 });

        await page.goto('/store/web-hosting');
        await page.getByRole('button', { name: plan }).click();
        await page.waitForURL(/\/checkout\/web-hosting\?plan=/);
        await expect(title).toContainText('Web hosting');
        await page.getByRole('radio', { name: /Singap/ }).check();
        await page.getByLabel(guest.name).fill('Tamu Belanja');
        await page.getByLabel(guest.email).fill('nobody');
        await page.getByRole('checkbox', { name: flow.terms(1) }).check();
        await page.getByRole('button', { name: guest.send }).click();
        await expect(page.getByLabel(guest.email)).toHaveAttribute('aria-invalid', 'true');
        await expect(page.getByRole('radio', { name: /Singap/ })).toBeChecked();
        await accessible();
        await page.getByLabel(guest.email).fill(email);
        await page.getByRole('button', { name: guest.send }).click();
        await expect(title).toHaveText(guest.sentTitle);

        const link = new URL(await mailedLink(desk, email));
        const token = link.hash.slice('#token='.length);
        await page.goto(link.pathname + link.hash);
        if (!javaScriptEnabled) {
          await page.getByLabel(guest.code).fill(token);
          await page.getByRole('button', { name: guest.open, exact: true }).click();
        }
        await expect(title).toHaveText(guest.confirmTitle);
        await expect(page.getByText(/Singap/)).toBeVisible();
        await accessible();
        await page.getByRole('button', { name: /Rp/ }).click();
        await expect(title).toHaveText(guest.placedTitle);
        const number = (await page.getByText(/^ORD-/).textContent())!;
        const code = (await page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).textContent())!;
        await page.getByRole('button', { name: guest.goOn }).click();
        await expect(title).toHaveText(number);
        await expect(page.getByText(words.states.pending_payment)).toBeVisible();
        await accessible();

        await page.getByRole('radio', { name: wallet }).check();
        await page.getByRole('button', { name: /Rp/ }).click();
        if (!javaScriptEnabled) await page.getByRole('link', { name: guest.goToPage }).click();
        await page.getByRole('button', { name: hosted.pay }).click();
        await page.getByRole('link', { name: hosted.back }).click();
        if (!javaScriptEnabled) {
          await expect(page.getByLabel(lookup.number)).toHaveValue(number);
          await page.getByLabel(lookup.code).fill(code);
          await page.getByRole('button', { name: lookup.act }).click();
        }
        await expect(title).toHaveText(number);
        // Without script nothing comes by itself: neither that it is paid, nor the receipt.
        await expect(async () => {
          await page.getByRole('button', { name: lookup.refresh }).click();
          await expect(page.getByRole('listitem').getByText(guest.settled, { exact: true })).toBeVisible({
            timeout: 1000,
          });
          await expect(page.getByRole('button', { name: /KW|RC|Kwitansi|Receipt/ })).toBeVisible({
            timeout: 1000,
          });
        }).toPass({ timeout: 20_000 });
        const [file] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: /Kwitansi|Receipt/ }).click(),
        ]);
        expect(file.suggestedFilename()).toMatch(/\.pdf$/);
        await accessible();
        // Code and token went in bodies only.
        expect(
          asked.filter((url) => [token, code].some((secret) => url.split('#')[0]!.includes(secret))),
        ).toEqual([]);
        if (!javaScriptEnabled) return;

        // Proving the address makes it theirs.
        const owner = await browser.newContext({ locale });
        const mine = await owner.newPage();
        await mine.request.post('/api/people', {
          data: { name: 'Tamu Belanja', email, locale: language, timeZone: 'Asia/Jakarta' },
        });
        await expect(async () => {
          expect(await mailedLink(desk, email)).toContain('/verify-email');
        }).toPass();
        await mine.goto(await mailedLink(desk, email));
        await mine.getByLabel(identity.fields.newPassword).fill('sandi kanari terbang tinggi');
        await mine.getByRole('button', { name: identity.choose.act }).click();
        await mine.getByRole('link', { name: claims.look }).click();
        await expect(mine.getByText(number)).toBeVisible();
        await expectAccessible(mine);
        await mine.getByRole('button', { name: claims.act }).click();
        await mine.waitForURL(/\/o\/[^/]+\/orders$/);
        await expect(mine.getByText(number)).toBeVisible();
        await Promise.all([visitor.close(), owner.close(), desk.close()]);
      },
    );
  }
}

test(
  'a form without script that is pressed twice is taken once',
  { tag: '@once' },
  async ({ playwright, browser, baseURL }) => {
    const visitor = await playwright.request.newContext({ baseURL: baseURL! });
    const desk = await browser.newPage();
    await signInAs(desk, 'administrator');
    const email = `dobel-${crypto.randomUUID().slice(0, 8)}@example.com`;
    const drawn = await visitor.get('/contact');
    expect(drawn.headers()['cache-control']).toBe('no-store');
    const key = /name="form-key" value="([\w-]+)"/.exec(await drawn.text())![1]!;
    const form = {
      'form-key': key,
      kind: 'question',
      name: 'A',
      email,
      subject: 'B',
      text: 'C',
      locale: 'en',
    };
    const sent = await Promise.all([1, 2, 3].map(() => visitor.post('/contact', { form })));
    for (const answer of sent) expect(await answer.text()).toContain(email);
    const changed = await visitor.post('/contact', { form: { ...form, text: 'D' } });
    expect(changed.status()).toBe(200);
    const mails = async () =>
      (await (await desk.request.get(`/api/console/outbox?q=${encodeURIComponent(email)}`)).json()) as {
        items: unknown[];
      };
    await expect(async () => expect((await mails()).items).toHaveLength(2)).toPass();
    expect(
      /name="form-key" value="([\w-]+)"/.exec(await (await visitor.get('/contact')).text())![1],
    ).not.toBe(key);
    await Promise.all([visitor.dispose(), desk.close()]);
  },
);

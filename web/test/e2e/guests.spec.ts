import { expect } from '@playwright/test';
import { text as english } from '../../modules/guests/text/en.ts';
import { text as indonesian } from '../../modules/guests/text/id.ts';
import { text as identityEn } from '../../modules/identity/text/en.ts';
import { text as identityId } from '../../modules/identity/text/id.ts';
import { expectAccessible } from './kit/accessible.ts';
import { signInAs } from './kit/demo.ts';
import { mailedLink } from './kit/outbox.ts';
import { test } from './kit/test.ts';

// Somebody without an account writes, is answered, writes back, and makes it theirs by proving the address.

const languages = {
  id: { locale: 'id-ID', words: indonesian, identity: identityId, name: 'Tamu Baru' },
  en: { locale: 'en-US', words: english, identity: identityEn, name: 'New Guest' },
};

for (const [language, { locale, words, identity, name: called }] of Object.entries(languages)) {
  // Without script in one language: the words are the same, and `guest-orders` has the other one.
  for (const javaScriptEnabled of language === 'en' ? [true, false] : [true]) {
    test(
      `a guest writes and is answered, ${language}, ${javaScriptEnabled ? 'with' : 'without'} script`,
      { tag: `@${language}` },
      async ({ browser }) => {
        const { write, message } = words;
        const mark = crypto.randomUUID().slice(0, 8);
        const email = `tamu-${mark}@example.com`;
        const name = `${called} ${mark}`;
        const visitor = await browser.newContext({ locale, javaScriptEnabled });
        const page = await visitor.newPage();
        const desk = await browser.newPage();
        await signInAs(desk, 'administrator');
        const asked: string[] = [];
        page.on('request', (request) => asked.push(request.url()));

        await page.goto('/contact');
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(write.title);
        await page.getByLabel(write.name).fill(name);
        await page.getByLabel(write.email).fill('nobody');
        await page.getByLabel(write.subject).fill('Pindah hosting');
        await page.getByLabel(write.text, { exact: true }).fill('Bisakah dibantu?\n\nTerima kasih.');
        await page.getByRole('button', { name: write.send }).click();
        await expect(page.getByLabel(write.email)).toHaveAttribute('aria-invalid', 'true');
        await expect(page.getByLabel(write.subject)).toHaveValue('Pindah hosting');
        await page.getByLabel(write.email).fill(email);
        await page.getByRole('button', { name: write.send }).click();
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(write.sentTitle);
        await expect(page.getByText(email)).toBeVisible();

        const link = new URL(await mailedLink(desk, email));
        const token = link.hash.slice('#token='.length);
        const open = async () => {
          await page.goto('/knowledge');
          await page.goto(link.pathname + link.hash);
          if (javaScriptEnabled) return;
          await page.getByLabel(message.code).fill(token);
          await page.getByRole('button', { name: message.open, exact: true }).click();
        };
        await open();
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(message.unconfirmedTitle);
        await page.getByRole('button', { name: message.confirm }).click();
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pindah hosting');
        await expect(page.getByText(message.states.new, { exact: true })).toBeVisible();

        const { items } = (await (await desk.request.get('/api/console/tickets?sort=recent')).json()) as {
          items: { id: string; requester: { name: string }; organization: { guest: boolean } }[];
        };
        const ticket = items.find(({ requester }) => requester.name === name)!;
        expect(ticket.organization.guest).toBe(true);
        const answer = await desk.request.post(`/api/console/tickets/${ticket.id}/messages`, {
          data: { text: 'Tentu bisa.' },
          headers: { 'idempotency-key': crypto.randomUUID() },
        });
        expect(answer.status()).toBe(201);

        await page.getByRole('button', { name: message.refresh }).click();
        await expect(page.getByText('Tentu bisa.')).toBeVisible();
        if (javaScriptEnabled) await expectAccessible(page);
        await page.getByRole('textbox', { name: message.reply }).fill('Kapan?');
        await page.getByRole('button', { name: message.send }).click();
        await expect(page.getByText('Kapan?').first()).toBeVisible();
        await expect(page.getByText(message.states.open, { exact: true })).toBeVisible();
        // The token went in bodies only.
        expect(asked.filter((url) => url.split('#')[0]!.includes(token))).toEqual([]);

        // Proving the address makes it theirs. Signing up needs script.
        const owner = await browser.newContext({ locale });
        const mine = await owner.newPage();
        await mine.request.post('/api/people', {
          data: { name, email, locale: language, timeZone: 'Asia/Jakarta' },
        });
        await expect(async () => {
          expect(await mailedLink(desk, email)).toContain('/verify-email');
        }).toPass();
        await mine.goto(await mailedLink(desk, email));
        await mine.getByLabel(identity.fields.newPassword).fill('sandi kanari terbang tinggi');
        await mine.getByRole('button', { name: identity.choose.act }).click();
        await mine.getByRole('link', { name: words.claims.look }).click();
        await expect(mine.getByRole('heading', { level: 1 })).toHaveText(words.claims.title);
        await expectAccessible(mine);
        await mine.getByRole('button', { name: words.claims.act }).click();
        await mine.waitForURL(/\/o\/[^/]+\/tickets$/);
        await expect(mine.getByText('Pindah hosting')).toBeVisible();

        await open();
        await expect(page.getByRole('alert')).toContainText(words.problems.unknown_guest_link);
        await Promise.all([visitor.close(), owner.close(), desk.close()]);
      },
    );
  }
}

test(
  'what a form without script gets wrong is said under its field',
  { tag: '@once' },
  async ({ browser }) => {
    const visitor = await browser.newContext({ locale: 'en-US', javaScriptEnabled: false });
    const page = await visitor.newPage();
    await page.goto('/contact');
    await page.getByLabel(english.write.name).fill('A');
    await page.getByRole('button', { name: english.write.send }).click();
    await expect(page.getByLabel(english.write.email)).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByLabel(english.write.name)).toHaveValue('A');
    await visitor.close();
  },
);

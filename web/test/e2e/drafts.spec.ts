import { devices, expect } from '@playwright/test';
import { text as draftWords } from '../../modules/support/text/drafts-id.ts';
import { text as words } from '../../modules/support/text/id.ts';
import { text as listWords } from '../../modules/support/text/list-id.ts';
import { text as openWords } from '../../modules/support/text/open-id.ts';
import { text as uploadWords } from '../../modules/support/text/uploads-id.ts';
import { signInAs } from './kit/demo.ts';
import { test } from './kit/test.ts';

const client = 'finance at PT Sinar Rejeki Logistik';

test('what is begun on a phone is finished at a desk, files and all, and nothing of it is left', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const begun = `Dari ponsel ${crypto.randomUUID()}`;
  const { defaultBrowserType: _, ...phoneLike } = devices['Pixel 7'];
  const phone = await (await browser.newContext(phoneLike)).newPage();
  await signInAs(phone, client);
  await phone.goto('/');
  await phone.waitForURL(/\/o\//);
  const home = new URL(phone.url()).pathname;

  await phone.goto(`${home}/tickets/new`);
  await phone.getByLabel(openWords.subject, { exact: true }).fill(`Draf ${crypto.randomUUID()}`);
  await phone.getByLabel(openWords.message).fill('Isi tiket');
  await expect(phone.getByText(draftWords.saved)).toBeVisible();

  await signInAs(page, client);
  await page.goto(`${home}/tickets/new`);
  await expect(page.getByLabel(openWords.message)).toHaveValue('Isi tiket');
  await page.getByRole('button', { name: openWords.send }).click();
  await page.waitForURL(/\/tickets\/[0-9a-f-]{36}$/);
  const ticket = page.url();

  const reply = phone.getByRole('textbox', { name: words.write.reply });
  await phone.goto(ticket);
  await reply.fill(begun);
  // The page listens by now: what is chosen before it does is chosen for nothing.
  await expect(phone.getByText(draftWords.saved)).toBeVisible();
  await phone
    .locator('input[type=file]')
    .setInputFiles({ name: 'catatan.txt', mimeType: 'text/plain', buffer: Buffer.from('isi') });
  await expect(phone.getByRole('button', { name: uploadWords.remove('catatan.txt') })).toBeVisible();
  await expect(phone.getByText(draftWords.saved)).toBeVisible();
  const unconfirmed = () =>
    phone.evaluate(() => Object.keys(sessionStorage).filter((name) => name.startsWith('draft:')));
  await expect.poll(unconfirmed).toEqual([]);

  await page.goto(`${home}/tickets`);
  await expect(page.getByText(listWords.draft, { exact: false }).first()).toBeVisible();
  await page.goto(ticket);
  const here = page.getByRole('textbox', { name: words.write.reply });
  await expect(here).toHaveValue(begun);
  await expect(page.getByRole('button', { name: uploadWords.remove('catatan.txt') })).toBeVisible();
  await here.fill(`${begun}, selesai di meja`);
  await page.getByRole('button', { name: words.write.send, exact: true }).click();
  await expect(page.getByText(`${begun}, selesai di meja`)).toBeVisible();
  await expect(here).toHaveValue('');

  // The phone still shows what was sent, and says so before it goes on with it.
  await reply.fill(`${begun}!`);
  await expect(phone.getByText(draftWords.gone)).toBeVisible();
  await phone.getByRole('button', { name: draftWords.drop }).click();
  await expect(reply).toHaveValue('');
  await phone.reload();
  await expect(phone.getByText(`${begun}, selesai di meja`)).toBeVisible();
  await expect(reply).toHaveValue('');
  await page.goto(`${home}/tickets/new`);
  await expect(page.getByLabel(openWords.message)).toHaveValue('');
});

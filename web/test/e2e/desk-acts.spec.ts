import { expect } from '@playwright/test';
import { text as actWords } from '../../modules/deskacts/text/id.ts';
import { text as deskWords } from '../../modules/support/text/desk-id.ts';
import { text as words } from '../../modules/worktime/text/id.ts';
import { expectAccessible } from './kit/accessible.ts';
import { signInAs } from './kit/demo.ts';
import { test } from './kit/test.ts';

const client = 'PT Andalas Media Kreatif';

test('time on a ticket becomes an invoice, and the invoice is sent again from the ticket', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await signInAs(page, 'administrator');
  const { items } = await (
    await page.request.get(`/api/console/clients?q=${encodeURIComponent(client)}`)
  ).json();
  const organization = items[0] as { id: string };
  const { members } = await (await page.request.get(`/api/console/clients/${organization.id}`)).json();
  const made = await page.request.post('/api/console/tickets', {
    headers: { 'idempotency-key': crypto.randomUUID() },
    data: {
      organizationId: organization.id,
      requesterId: members[0].id,
      subject: 'Pindah server',
      text: 'Kami mulai malam ini.',
    },
  });
  expect(made.status(), await made.text()).toBe(201);
  await page.goto(`/console/tickets/${(await made.json()).id}`);
  await page.getByRole('button', { name: words.card.start }).click();
  await expect(page.getByText(words.card.runs(words.duration(1)))).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: words.card.stop }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(words.entry.note).fill('Menyalin data');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: words.card.stop }).click();
  await expect(page.getByText('Menyalin data')).toBeVisible();
  await page.getByRole('button', { name: words.card.byHand }).click();
  await dialog.getByLabel(words.entry.minutes).fill('50');
  await dialog.getByRole('button', { name: words.entry.save }).click();
  await expect(page.getByText(words.card.sum(words.duration(51), words.duration(51)))).toBeVisible();

  await page.goto(`/console/tickets/time/bill/${organization.id}`);
  await expectAccessible(page);
  await page.getByRole('button', { name: words.bill.look }).click();
  await expect(page.getByText(words.bill.lineWorked(words.duration(51), words.duration(60)))).toBeVisible();
  await page.getByRole('button', { name: words.bill.issue('').trim() }).click();
  await expect(page).toHaveURL(/\/console\/invoices\//);

  await page.goto(`/console/tickets/${(await made.json()).id}`);
  await expect(page.getByRole('button', { name: actWords.send.of('') }).first()).toBeVisible();
  // Letters do what the buttons beside the ticket say, and reach what decides about it.
  await page.keyboard.press('b');
  await expect(dialog.getByRole('heading', { name: actWords.send.title })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press('c');
  await expect(dialog.getByRole('heading', { name: actWords.give.title })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press('t');
  await expect(page.getByRole('combobox', { name: deskWords.work.status, exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await dialog.getByRole('combobox').fill(actWords.send.act);
  await page.getByRole('option', { name: actWords.send.act }).click();
  await expect(dialog.getByRole('heading', { name: actWords.send.title })).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: actWords.send.verb }).click();
  await expect(page.getByText(/dikirim ulang oleh/).first()).toBeVisible();
});

import { expect } from '@playwright/test';
import { text as stopWords } from '../../modules/notifications/text/stop-id.ts';
import { text as leaveWords } from '../../modules/notifications/text/id.ts';
import { text as words } from '../../modules/support/text/followers-id.ts';
import { text as clientWords } from '../../modules/support/text/id.ts';
import { text as openWords } from '../../modules/support/text/open-id.ts';
import { expectAccessible } from './kit/accessible.ts';
import { signInAs } from './kit/demo.ts';
import { mailedLink } from './kit/outbox.ts';
import { test } from './kit/test.ts';

test('a client involves a colleague and a supplier, who reads along by mail and stops it', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const supplier = `pemasok-${crypto.randomUUID()}@luar.example`;
  await signInAs(page, 'technical at PT Sinar Rejeki Logistik');
  await page.goto('/');
  await page.waitForURL(/\/o\//);
  const home = new URL(page.url()).pathname;
  // A draft of its own, beside those of other tests.
  await page.goto(`${home}/tickets/new`);
  await page.getByLabel(openWords.subject, { exact: true }).fill('Pindah pemasok');
  await page.getByLabel(openWords.message).fill('Mohon dibantu bersama pemasok kami.');
  await page.getByRole('button', { name: words.people }).click();
  await page.getByRole('checkbox', { name: 'Sari Puspita' }).check();
  await page.getByLabel(words.addresses).fill(`${supplier}, salah`);
  await expectAccessible(page);
  await page.getByRole('button', { name: openWords.send }).click();
  await expect(page.getByText(`salah: ${words.addressWrong}`)).toBeVisible();
  await page.getByLabel(words.addresses).fill(supplier);
  await page.getByRole('button', { name: openWords.send }).click();
  await page.waitForURL(/\/tickets\/[0-9a-f-]{36}$/);

  await page.getByRole('button', { name: clientWords.ticket.showAbout }).click();
  await expect(page.getByText(supplier)).toBeVisible();
  await expect(page.getByText('Sari Puspita').first()).toBeVisible();
  await expectAccessible(page);

  const ticket = new URL(page.url()).pathname.split('/').at(-1)!;
  const desk = await (await browser.newContext()).newPage();
  await signInAs(desk, 'support');
  await desk.request.post(`/api/console/tickets/${ticket}/messages`, {
    data: { text: 'Kami siapkan.' },
    headers: { 'idempotency-key': crypto.randomUUID() },
  });
  await desk.goto(`/console/tickets/${ticket}`);
  await expect(desk.getByText(supplier).first()).toBeAttached();
  const outbox = await (await browser.newContext()).newPage();
  await signInAs(outbox, 'administrator');
  const stop = await mailedLink(outbox, supplier);
  const reader = await (await browser.newContext({ locale: 'id-ID' })).newPage();
  await reader.goto(stop);
  await expect(reader.getByRole('heading', { name: stopWords.title })).toBeVisible();
  await expectAccessible(reader);
  await reader.getByRole('button', { name: stopWords.act }).click();
  await expect(reader.getByRole('heading', { name: leaveWords.leave.doneTitle })).toBeVisible();
  await expect(page.getByText(supplier)).toBeHidden();
});

import { expect } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { text as deskWords } from '../../modules/support/text/desk-id.ts';
import { text as clientWords } from '../../modules/support/text/id.ts';
import { text as listWords } from '../../modules/support/text/list-id.ts';
import { text as openWords } from '../../modules/support/text/open-id.ts';
import { text as uploadWords } from '../../modules/support/text/uploads-id.ts';
import { expectAccessible } from './kit/accessible.ts';
import { signInAs } from './kit/demo.ts';
import { test } from './kit/test.ts';

const words = { ...clientWords, ...deskWords };
const client = 'owner of PT Sinar Rejeki Logistik';
const agent = 'support';

/** A picture of one pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('a client asks with a picture, staff answer, and the answer arrives by itself; a note never does', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  const subject = `Toko tidak bisa dibuka ${crypto.randomUUID().slice(0, 8)}`;
  const note = `Hanya untuk kita ${crypto.randomUUID()}`;
  const reply = `Sudah kami perbaiki ${crypto.randomUUID()}`;
  const desk = await anotherPerson(browser, agent);
  await desk.goto('/console/tickets?status=active');
  await expect(desk.getByRole('heading', { level: 1, name: words.desk.title })).toBeVisible();
  await expectAccessible(desk);
  await markDocument(desk);

  await signInAs(page, client);
  await page.goto('/');
  await page.waitForURL(/\/o\//);
  const home = new URL(page.url()).pathname;
  const answers = recordAnswers(page);
  await page.goto(`${home}/tickets`);
  await expect(page.getByRole('heading', { level: 1, name: listWords.title })).toBeVisible();
  await expectAccessible(page);

  await test.step('ask', async () => {
    await page.getByRole('link', { name: listWords.ask }).filter({ visible: true }).click();
    await page.getByRole('radio', { name: openWords.kinds.problem }).check();
    await page.getByLabel(openWords.subject, { exact: true }).fill(subject);
    await page.getByLabel(openWords.message).fill('Sejak pagi muncul **galat 502**.');
    const files = page.locator('input[type=file]');
    await files.setInputFiles({ name: 'setup.exe', mimeType: 'application/x-msdownload', buffer: png });
    await expect(page.getByText(uploadWords.refusedType).first()).toBeVisible();
    await page.getByRole('button', { name: uploadWords.dismiss('setup.exe') }).click();
    await files.setInputFiles({ name: 'layar.png', mimeType: 'image/png', buffer: png });
    await expect(page.getByRole('button', { name: uploadWords.remove('layar.png') })).toBeVisible();
    await page.getByRole('button', { name: uploadWords.placeOf('layar.png') }).click();
    await page.getByLabel(uploadWords.showsOf('layar.png')).fill('galat di layar');
    await expect(page.getByLabel(openWords.message)).toHaveValue(/!\[galat di layar\]\(file:[\w-]{36}\)/);
    await expectAccessible(page);
    await page.reload();
    await expect(page.getByLabel(openWords.subject, { exact: true })).toHaveValue(subject);
    await expect(page.getByRole('button', { name: uploadWords.remove('layar.png') })).toBeVisible();
    await page.getByRole('button', { name: openWords.send }).click();
    await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible();
    await expect(page.locator('strong', { hasText: 'galat 502' })).toBeVisible();
    await page.getByRole('link', { name: 'galat di layar' }).click();
    await expect(page.getByRole('dialog').getByRole('img', { name: 'layar.png' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expectAccessible(page);
  });
  await markDocument(page);

  await test.step('staff see it come, and leave a note', async () => {
    await desk.getByRole('link', { name: subject }).click();
    await expect(desk.getByRole('heading', { level: 1, name: subject })).toBeVisible();
    await expect(desk.getByRole('img', { name: 'galat di layar' })).toBeVisible();
    await desk.getByRole('button', { name: words.work.note }).click();
    const field = desk.getByRole('textbox', { name: words.work.noteLabel });
    await expect(field).toBeFocused();
    await field.fill(note);
    await desk.getByRole('button', { name: words.work.saveNote }).click();
    const posted = desk.getByRole('article').filter({ hasText: note });
    await expect(posted).toContainText(words.thread.noteHint);
    await expectAccessible(desk);
  });

  await test.step('the answer arrives without a reload', async () => {
    await desk.getByRole('button', { name: words.work.reply, exact: true }).click();
    const field = desk.getByRole('textbox', { name: words.work.replyLabel('Rina Wulandari') });
    await field.fill(reply);
    await field.press('Control+Enter');
    await expect(desk.getByRole('article').filter({ hasText: reply })).toBeVisible();
    await expect(field).toHaveValue('');
    await expect(field).toBeFocused();

    const arrived = page.getByRole('article').filter({ hasText: reply });
    await expect(arrived).toBeVisible();
    await expect(page.getByText(words.ticket.standing.waiting_customer)).toBeVisible();
    await expectSameDocument(page);
    await expectSameDocument(desk);
  });

  await test.step('and back again', async () => {
    const field = page.getByRole('textbox', { name: words.write.reply });
    await field.fill('Draf yang tinggal');
    await page.reload();
    await expect(field).toHaveValue('Draf yang tinggal');
    await field.fill('Terima kasih, sudah normal.');
    await page.getByRole('button', { name: words.write.send }).click();
    await expect(page.getByRole('article').filter({ hasText: 'Terima kasih, sudah normal.' })).toBeVisible();
    await expect(field).toHaveValue('');
    await expect(desk.getByRole('article').filter({ hasText: 'Terima kasih, sudah normal.' })).toBeVisible();
    await expectSameDocument(desk);
  });

  await test.step('close', async () => {
    await page.getByRole('button', { name: 'Tindakan lain' }).click();
    await page.getByRole('menuitem', { name: words.ticket.close }).click();
    await expect(page.getByText(words.happened.closedByClient('Rina Wulandari'))).toBeVisible();
    await expect(page.getByPlaceholder(words.write.reopen)).toBeVisible();
    await expectAccessible(page);
  });

  await expect(page.getByText(note)).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('article').filter({ hasText: reply })).toBeVisible();
  expect(answers.some((text) => text.includes(reply))).toBe(true);
  expect(answers.filter((text) => text.includes(note))).toEqual([]);
  await desk.context().close();
});

test(
  'staff who answer past a message they have not seen are told so first, and keep their text',
  { tag: '@once' },
  async ({ page, browser }) => {
    const desk = await anotherPerson(browser, agent);
    await signInAs(page, client);
    const session = (await (await page.request.get('/api/session')).json()) as {
      organizations: { id: string }[];
    };
    const tickets = `/api/organizations/${session.organizations[0]!.id}/tickets`;
    const post = async (address: string, data: object) => {
      const headers = { 'idempotency-key': crypto.randomUUID() };
      const answer = await page.request.post(address, { data, headers });
      expect(answer.status()).toBe(201);
      return (await answer.json()) as { id: string };
    };
    const { id } = await post(tickets, { subject: 'Kuota penuh', text: 'Mohon ditambah.' });

    // As when the line is cut: nothing arrives by itself.
    await desk.route('**/api/live', (route) => route.abort());
    // Who looks at it marks it as read, which fetches it once more; only what is written after that is news to the page.
    let marked = false;
    const fetchedAgain = desk.waitForResponse((response) => {
      marked ||= response.url().endsWith(`/tickets/${id}/read`);
      return marked && response.url().endsWith(`/tickets/${id}`) && response.request().method() === 'GET';
    });
    await desk.goto(`/console/tickets/${id}`);
    await fetchedAgain;
    const field = desk.getByRole('textbox', { name: words.work.replyLabel('Rina Wulandari') });
    await field.fill('Kami tambah hari ini.');
    await post(`${tickets}/${id}/messages`, { text: 'Tidak jadi, sudah cukup.' });
    await desk.getByRole('button', { name: words.work.sendReply }).click();
    await expect(desk.getByText(words.work.readFirst)).toBeVisible();
    await expect(field).toHaveValue('Kami tambah hari ini.');
    await expect(desk.getByRole('article').filter({ hasText: 'Tidak jadi' })).toBeInViewport();

    await field.fill('Baik, kami tutup.');
    await desk.getByLabel(words.work.after).selectOption('resolved');
    await desk.getByRole('button', { name: words.work.sendReply }).click();
    await expect(desk.getByRole('article').filter({ hasText: 'Baik, kami tutup.' })).toBeVisible();
    await expect(desk.getByText(words.deskStates.resolved).first()).toBeVisible();
    await desk.context().close();
  },
);

test('staff set up a queue, and the keyboard walks the tickets', { tag: '@once' }, async ({ page }) => {
  await signInAs(page, agent);
  await page.goto('/console/tickets?status=active');
  const first = page.getByRole('row').nth(1).getByRole('link');
  await expect(first).toBeVisible();
  await page.keyboard.press('j');
  await expect(first).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/console\/tickets\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('button', { name: words.work.note })).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByRole('textbox', { name: words.work.noteLabel })).toBeFocused();
  await page.goBack();
  await page.getByRole('link', { name: words.desk.queues }).click();
  await expect(page.getByRole('heading', { level: 1, name: words.queues.title })).toBeVisible();
  await expectAccessible(page);
  const short = `q-${crypto.randomUUID().slice(0, 8)}`;
  await page.getByRole('button', { name: words.queues.add }).filter({ visible: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(words.queues.address).fill('Tidak Boleh');
  await dialog.getByLabel(words.queues.inIndonesian).fill(`Migrasi ${short}`);
  await dialog.getByLabel(words.queues.inEnglish).fill(`Migrations ${short}`);
  await dialog.getByRole('button', { name: /simpan/i }).click();
  await expect(dialog.getByText(words.queues.addressWrong)).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel(words.queues.address).fill(short);
  await dialog.getByRole('button', { name: /simpan/i }).click();
  await expect(page.getByRole('link', { name: `Migrasi ${short}` })).toBeVisible();
});

async function anotherPerson(browser: Browser, who: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signInAs(page, who);
  return page;
}

/** Every answer of the API that this page gets, as text. */
function recordAnswers(page: Page): string[] {
  const answers: string[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    // The live stream never ends, so its body never comes.
    if (pathname === '/api/live' || pathname.includes('/files/')) return;
    if (!/json|html/.test(response.headers()['content-type'] ?? '')) return;
    response.text().then(
      (text) => answers.push(text),
      () => undefined,
    );
  });
  return answers;
}

/** A reload would lose the mark. */
async function markDocument(page: Page): Promise<void> {
  await page.evaluate(() => document.documentElement.setAttribute('data-seen', ''));
}

async function expectSameDocument(page: Page): Promise<void> {
  await expect(page.locator('html[data-seen]')).toHaveCount(1);
}

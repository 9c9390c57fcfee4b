import { expect } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { text as manyWords } from '../../modules/support/text/desk-many-id.ts';
import { text as familyWords } from '../../modules/support/text/desk-family-id.ts';
import { text as presenceWords } from '../../modules/support/text/desk-presence-id.ts';
import { text as snoozeWords } from '../../modules/support/text/desk-snooze-id.ts';
import { text as words } from '../../modules/support/text/desk-id.ts';
import { text as kernelWords } from '../../kernel/text/id.ts';
import { expectAccessible } from './kit/accessible.ts';
import { personOf, signInAs } from './kit/demo.ts';
import { test } from './kit/test.ts';

const client = 'owner of PT Sinar Rejeki Logistik';

test('many tickets are chosen by keys, changed at once, and made what they were', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const mark = newWord();
  const asks = await anotherPerson(browser, client);
  const subjects = ['satu', 'dua', 'tiga'].map((name) => `Kabel ${name} ${mark}`);
  for (const subject of subjects) await ask(asks, subject);

  await signInAs(page, 'support');
  await page.goto(`/console/tickets?q=${mark}`);
  await expect(page.getByRole('row')).toHaveCount(4);
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(1);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+X');
  await expect(page.locator('tr[aria-selected=true]')).toHaveCount(3);
  await expectAccessible(page);
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading', { name: manyWords.title(3) })).toBeVisible();
  await dialog.getByRole('button', { name: manyWords.change }).click();
  await expect(dialog.getByText(manyWords.nothing)).toBeVisible();
  await dialog.getByLabel(words.work.status).selectOption('resolved');
  await expect(dialog.getByText(manyWords.tellsClients)).toBeVisible();
  await dialog.getByLabel(manyWords.addTags).fill('kabel');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: manyWords.change }).click();
  await expect(page.getByText(manyWords.done(3))).toBeVisible();
  const rows = page.getByRole('row').filter({ hasText: mark });
  await expect(rows.filter({ hasText: words.deskStates.resolved })).toHaveCount(3);

  await page.getByRole('button', { name: kernelWords.undo }).click();
  await expect(page.getByText(manyWords.undone(3))).toBeVisible();
  await expect(rows.filter({ hasText: words.deskStates.new })).toHaveCount(3);
  await expect(rows.filter({ hasText: 'kabel' }).filter({ hasText: '· kabel' })).toHaveCount(0);
});

test('two agents at one ticket see each other come, write and leave', async ({ page, browser }) => {
  test.setTimeout(180_000);
  const mark = newWord();
  const asks = await anotherPerson(browser, client);
  await ask(asks, `Berdua ${mark}`);
  const other = await anotherPerson(browser, 'administrator');
  await signInAs(page, 'support');
  for (const desk of [page, other]) {
    await desk.goto(`/console/tickets?q=${mark}`);
    await desk.getByRole('link', { name: `Berdua ${mark}` }).click();
    await expect(desk.getByRole('heading', { level: 1, name: `Berdua ${mark}` })).toBeVisible();
  }
  const [mine, theirs] = [nameOf('support'), nameOf('administrator')];
  await expect(page.getByText(presenceWords.looks(theirs, 1))).toBeVisible();
  await expect(other.getByText(presenceWords.looks(mine, 1))).toBeVisible();
  await expectAccessible(page);
  await other.getByRole('button', { name: words.work.note }).click();
  await other.getByRole('textbox', { name: words.work.noteLabel }).pressSequentially('Saya cek dulu');
  await expect(page.getByText(presenceWords.writes(theirs, 1))).toBeVisible();
  await other.goto('/console/tickets');
  await expect(page.getByText(presenceWords.writes(theirs, 1))).toHaveCount(0);
  await expect(page.getByText(presenceWords.looks(theirs, 1))).toHaveCount(0);
});

test('a ticket is snoozed by a key, leaves what is open, and comes back by hand', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const mark = newWord();
  const asks = await anotherPerson(browser, client);
  await ask(asks, `Nanti ${mark}`);
  await signInAs(page, 'support');
  await page.goto(`/console/tickets?q=${mark}`);
  await page.getByRole('link', { name: `Nanti ${mark}` }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Nanti ${mark}` })).toBeVisible();
  await page.keyboard.press('s');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(snoozeWords.lead)).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: snoozeWords.setDate }).click();
  await expect(dialog.getByText(snoozeWords.wrongDate)).toBeVisible();
  await dialog.getByRole('button', { name: snoozeWords.client }).click();
  await expect(page.getByText(snoozeWords.untilClient(nameOf('support')))).toBeVisible();
  await expectAccessible(page);
  await page.goto('/console/tickets?status=active');
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await expect(page.getByRole('link', { name: `Nanti ${mark}` })).toHaveCount(0);
  await page.getByRole('link', { name: words.desk.views.snoozed }).click();
  await expect(page.getByText(words.desk.whenClient).first()).toBeVisible();
  await page.getByRole('link', { name: `Nanti ${mark}` }).click();
  await page.getByRole('button', { name: snoozeWords.wake }).click();
  await expect(page.getByText(snoozeWords.untilClient(nameOf('support')))).toHaveCount(0);
});

test('a message becomes a ticket below the old one, and one answer serves both', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const mark = newWord();
  const asks = await anotherPerson(browser, client);
  await ask(asks, `Induk ${mark}`);
  await signInAs(page, 'support');
  await page.goto(`/console/tickets?q=${mark}`);
  await page.getByRole('link', { name: `Induk ${mark}` }).click();
  await page.getByRole('button', { name: words.work.more }).click();
  await page.getByRole('menuitem', { name: familyWords.split }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(familyWords.subject).fill(`Anak ${mark}`);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: familyWords.split }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Anak ${mark}` })).toBeVisible();
  await expect(page.getByRole('article').filter({ hasText: `Induk ${mark}` })).toBeVisible();
  await page
    .getByRole('link', { name: `Induk ${mark}` })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: `Induk ${mark}` })).toBeVisible();
  await page.getByLabel(familyWords.answerAll(1)).check();
  await expectAccessible(page);
  await page.getByRole('textbox', { name: words.work.replyLabel('Rina Wulandari') }).fill(`Beres ${mark}`);
  await page.getByRole('button', { name: words.work.sendReply }).click();
  await expect(page.getByRole('article').filter({ hasText: `Beres ${mark}` })).toBeVisible();
  await page.getByRole('combobox', { name: words.work.status, exact: true }).selectOption('resolved');
  await dialog.getByRole('button', { name: familyWords.askDo(1) }).click();
  await expect(page.getByText(manyWords.done(1))).toBeVisible();
  await page
    .getByRole('link', { name: `Anak ${mark}` })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: `Anak ${mark}` })).toBeVisible();
  await expect(page.getByRole('article').filter({ hasText: `Beres ${mark}` })).toBeVisible();
});

/** A word nobody used before, of letters alone: the search takes digits for numbers. */
const newWord = () => `k${crypto.randomUUID().replace(/[^a-f]/g, '')}`;

const nameOf = (who: string) => personOf(who).who.split(',')[0]!;

async function ask(page: Page, subject: string): Promise<void> {
  const slug = new URL(page.url()).pathname.split('/')[2]!;
  await page.evaluate(
    async ([ofSlug, text]) => {
      const session = (await (await fetch('/api/session')).json()) as {
        organizations: { id: string; slug: string }[];
      };
      const { id } = session.organizations.find((one) => one.slug === ofSlug)!;
      await fetch(`/api/organizations/${id}/tickets`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
        body: JSON.stringify({ subject: text, text }),
      });
    },
    [slug, subject] as const,
  );
}

async function anotherPerson(browser: Browser, who: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signInAs(page, who);
  await page.goto('/');
  await page.waitForURL(/\/(o|console)/);
  return page;
}

import { expect } from '@playwright/test';
import { text as words } from '../../modules/assignment/text/id.ts';
import { text as deskWords } from '../../modules/support/text/desk-id.ts';
import { text as clientWords } from '../../modules/support/text/id.ts';
import { expectAccessible } from './kit/accessible.ts';
import { signInAs } from './kit/demo.ts';
import { test } from './kit/test.ts';

test('somebody of the desk says that they are away, sees it among the team, and comes back', async ({
  page,
}) => {
  await signInAs(page, 'support');
  expect((await page.request.put('/api/console/duty', { data: { away: false } })).ok()).toBe(true);
  await page.goto('/console/tickets?status=active');
  const button = page.getByRole('button', { name: words.duty.change });
  const dialog = page.getByRole('dialog');

  await test.step('away for an hour', async () => {
    await expect(button).toContainText(words.states.here);
    await button.click();
    await expectAccessible(page);
    await dialog.getByLabel(words.duty.label).selectOption({ label: words.duty.choices['60'] });
    await dialog.getByRole('button').last().click();
    await expect(page.getByText(words.duty.saidAway)).toBeVisible();
    await expect(button).toContainText(words.states.away);
  });

  await test.step('the team', async () => {
    await page.getByRole('link', { name: words.team.title }).click();
    await expect(page.getByRole('heading', { level: 1, name: words.team.title })).toBeVisible();
    const row = page.getByRole('row').filter({ hasText: 'Bayu Wicaksono' });
    await expect(row).toContainText(words.states.away);
    await expect(page.getByText(words.ways.names.least_loaded)).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('back, from the palette', async () => {
    await page.keyboard.press('Control+k');
    await dialog.getByRole('combobox').fill(words.commands.here);
    await page.getByRole('option', { name: words.commands.here }).click();
    await expect(page.getByText(words.duty.saidHere)).toBeVisible();
  });
});

test('a ticket that was given out says to whom and why, and who else was considered', async ({ page }) => {
  await signInAs(page, 'support');
  await page.goto('/console/tickets?status=active');
  await expect(page.getByRole('heading', { level: 1, name: deskWords.desk.title })).toBeVisible();
  await page.getByRole('link', { name: 'Site is very slow since this morning' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Site is very slow' })).toBeVisible();
  const about = page.getByRole('button', { name: clientWords.ticket.showAbout });
  if (await about.isVisible()) await about.click();
  await expect(page.getByText(words.card.given.least_loaded('Wulan Safitri'))).toBeVisible();
  await page.getByText(words.card.why).click();
  await expect(page.getByText(`Galih Ramadhan: ${words.card.reasons.away}`)).toBeVisible();
  await expectAccessible(page);
});

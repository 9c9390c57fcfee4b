import { expect } from '@playwright/test';
import type { Browser, Locator, Page } from '@playwright/test';
import { text as actsWords } from '../../modules/support/text/acts-id.ts';
import { text as presenceWords } from '../../modules/support/text/desk-presence-id.ts';
import { text as talkWords } from '../../modules/support/text/desk-talk-id.ts';
import { text as words } from '../../modules/support/text/desk-id.ts';
import { text as clientWords } from '../../modules/support/text/id.ts';
import { expectAccessible } from './kit/accessible.ts';
import { personOf, signInAs } from './kit/demo.ts';
import { test } from './kit/test.ts';

const client = 'owner of PT Sinar Rejeki Logistik';

test('two agents and the client in one ticket: presence, a mention, a live reply, a correction, quotes', async ({
  page: agent,
  browser,
}) => {
  test.setTimeout(240_000);
  const mark = `k${crypto.randomUUID().replace(/[^a-f]/g, '')}`;
  const asks = await anotherPerson(browser, client);
  const boss = await anotherPerson(browser, 'administrator');
  await signInAs(agent, 'support');
  const { desk, portal } = await openTicket(asks, `Bertiga ${mark}`);
  await Promise.all([agent.goto(desk), boss.goto(desk), asks.goto(portal)]);
  const [agentName, bossName] = [nameOf('support'), nameOf('administrator')];

  // The agents see each other, and that one of them writes; the client sees neither.
  await expect(agent.getByText(presenceWords.looks(bossName, 1))).toBeVisible();
  await expect(boss.getByText(presenceWords.looks(agentName, 1))).toBeVisible();
  await agent.keyboard.press('n');
  const note = agent.getByRole('textbox', { name: words.work.noteLabel });
  await expect(note).toBeFocused();
  await note.pressSequentially('Tolong dicek @ari');
  await expect(boss.getByText(presenceWords.writes(agentName, 1))).toBeVisible();

  // A colleague is mentioned by keys and told at once.
  const list = agent.getByRole('listbox', { name: talkWords.people });
  await expect(list.getByRole('option', { name: bossName })).toHaveAttribute('aria-selected', 'true');
  await expect(note).toHaveAttribute('aria-activedescendant', /./);
  await expectAccessible(agent);
  await agent.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  await note.pressSequentially('e');
  await expect(list).toBeVisible();
  await agent.keyboard.press('ArrowDown');
  await agent.keyboard.press('Enter');
  await expect(note).toHaveValue('Tolong dicek @arief-santoso ');
  await note.pressSequentially(`rahasia ${mark}`);
  await agent.keyboard.press('Control+Enter');
  const noted = said(boss, `rahasia ${mark}`);
  await expect(noted.locator('mark.mention')).toHaveText(`@${bossName}`);
  await expect(said(agent, `rahasia ${mark}`).locator('span.mention')).toHaveText(`@${bossName}`);
  await expect.poll(() => subjectsOf(boss)).toContainEqual(expect.stringContaining(`menyebut Anda di`));

  // The client's reply arrives at both; the note never arrives at the client.
  await asks.getByRole('textbox', { name: clientWords.write.reply }).fill(`Total 502 ${mark}`);
  await asks.getByRole('button', { name: clientWords.write.send }).click();
  for (const one of [agent, boss]) await expect(said(one, `Total 502 ${mark}`)).toBeVisible();
  await expect(asks.getByText(`rahasia ${mark}`)).toHaveCount(0);

  // They correct it; both agents read the new words and what it said before.
  const own = said(asks, `Total 502 ${mark}`);
  await own.getByRole('button', { name: actsWords.more(actsWords.you, '').trim() }).click();
  await asks.getByRole('menuitem', { name: actsWords.correct }).click();
  const field = asks.getByRole('dialog').getByLabel(actsWords.text);
  await expect(field).toHaveValue(`Total 502 ${mark}`);
  await expectAccessible(asks);
  await field.fill(`Total 503 ${mark}`);
  await asks.getByRole('dialog').getByRole('button', { name: actsWords.save }).click();
  await expect(said(asks, `Total 503 ${mark}`)).toBeVisible();
  for (const one of [agent, boss]) {
    await expect(said(one, `Total 503 ${mark}`)).toBeVisible();
    await expect(said(one, `Total 502 ${mark}`)).toHaveCount(0);
  }
  await said(agent, `Total 503 ${mark}`).getByTitle(actsWords.seeVersions).click();
  const versions = agent.getByRole('dialog');
  await expect(versions.getByRole('deletion').filter({ hasText: '502' })).toBeVisible();
  await expect(versions.getByRole('insertion').filter({ hasText: '503' })).toBeVisible();
  await expectAccessible(agent);
  await agent.keyboard.press('Escape');

  // What is quoted by key goes into the answer; a note goes into a note, and says so.
  await agent.keyboard.press('r');
  const answer = agent.getByRole('textbox', { name: words.work.replyLabel(nameOf(client)) });
  await expect(answer).toBeFocused();
  await answer.blur();
  await agent.keyboard.press('q');
  await expect(answer).toHaveValue(new RegExp(String.raw`^> \*\*Rina Wulandari\*\* · .*\n>\n> Total 503`));
  await expect(answer).toBeFocused();
  await answer.pressSequentially('Kami lihat.');
  await agent.getByRole('button', { name: words.work.sendReply }).click();
  const replied = said(asks, 'Kami lihat.');
  await expect(replied.locator('blockquote')).toContainText(`Total 503 ${mark}`);
  await said(agent, `rahasia ${mark}`).getByTitle(actsWords.quote).click();
  await expect(agent.getByText(talkWords.noteInNote)).toBeVisible();
  await expect(note).toHaveValue(/^> \*\*[^]*rahasia/);
  await expect(agent.getByLabel(words.work.replyLabel(nameOf(client)))).toHaveValue('');

  // Answered, the client corrects no more. What must not stay is taken out for all.
  await expect(own.getByRole('button', { name: actsWords.more(actsWords.you, '').trim() })).toHaveCount(0);
  await said(boss, `Total 503 ${mark}`)
    .getByRole('button', { name: moreOf(nameOf(client)) })
    .first()
    .click();
  await boss.getByRole('menuitem', { name: talkWords.redact }).click();
  const redaction = boss.getByRole('dialog');
  await redaction.getByRole('button', { name: talkWords.redactDo }).click();
  await expect(redaction.getByText(talkWords.reasonMissing)).toBeVisible();
  await expectAccessible(boss);
  await redaction.getByLabel(talkWords.reason).fill('Salah kirim');
  await redaction.getByRole('button', { name: talkWords.redactDo }).click();
  for (const one of [asks, agent, boss])
    await expect(one.getByRole('article').filter({ hasText: 'karena: Salah kirim' })).toBeVisible();
  await expect(asks.getByText(`rahasia ${mark}`)).toHaveCount(0);
  await expectAccessible(asks);
});

const nameOf = (who: string) => personOf(who).who.split(',')[0]!;

/** The name of the button of a message's further acts, whenever it was written. */
const moreOf = (name: string) => actsWords.more(name, '').trim();

/** The message that says this; a quote of it lies in another. */
const said = (page: Page, words: string): Locator =>
  page.getByRole('article').filter({ has: page.locator('.prose > p', { hasText: words }) });

/** What somebody's bell holds. */
const subjectsOf = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const { items } = (await (await fetch('/api/me/notices')).json()) as { items: { subject: string }[] };
    return items.map(({ subject }) => subject);
  });

async function openTicket(page: Page, subject: string): Promise<{ desk: string; portal: string }> {
  const slug = new URL(page.url()).pathname.split('/')[2]!;
  const id = await page.evaluate(
    async ([ofSlug, text]) => {
      const session = (await (await fetch('/api/session')).json()) as {
        organizations: { id: string; slug: string }[];
      };
      const organization = session.organizations.find((one) => one.slug === ofSlug)!;
      const answer = await fetch(`/api/organizations/${organization.id}/tickets`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
        body: JSON.stringify({ subject: text, text }),
      });
      return ((await answer.json()) as { id: string }).id;
    },
    [slug, subject] as const,
  );
  return { desk: `/console/tickets/${id}`, portal: `/o/${slug}/tickets/${id}` };
}

async function anotherPerson(browser: Browser, who: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signInAs(page, who);
  await page.goto('/');
  await page.waitForURL(/\/(o|console)/);
  return page;
}

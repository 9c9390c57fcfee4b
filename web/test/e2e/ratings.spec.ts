import { expect } from '@playwright/test';
import type { APIRequestContext, Page } from '@playwright/test';
import { text as words } from '../../modules/feedback/text/en.ts';
import { expectAccessible } from './kit/accessible.ts';
import { signInAs } from './kit/demo.ts';
import { mailedLink } from './kit/outbox.ts';
import { test } from './kit/test.ts';

// A link in a mail is the answer: one click, words afterwards, and nothing that a program does by looking at it.

test('who was helped rates it from the mail, adds words, and changes it by a press', async ({ browser }) => {
  const visitor = await browser.newContext({ locale: 'en-US' });
  const page = await visitor.newPage();
  const desk = await browser.newPage();
  await signInAs(desk, 'administrator');
  await askAtOnce(desk.request);
  const email = `guest-${crypto.randomUUID().slice(0, 8)}@example.com`;
  const ticket = await helped(page.request, desk, email);
  const [best, , fair] = await ratingLinks(desk.request, email);

  // A program that looks at the link runs no script.
  await page.request.get(best!);
  expect(await ratingOf(desk.request, ticket)).toBeNull();

  await page.goto(best!);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.thanks);
  await expect(page.getByText(words.given(5, words.scale[4]!))).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel(words.comment).fill('Quick and kind.');
  await page.getByRole('button', { name: words.save }).click();
  await expect
    .poll(() => ratingOf(desk.request, ticket))
    .toMatchObject({ score: 5, comment: 'Quick and kind.' });

  // Another link of the same mail changes nothing by itself.
  await page.goto('/knowledge');
  await page.goto(fair!);
  await expect(page.getByText(words.notYet(5))).toBeVisible();
  expect(await ratingOf(desk.request, ticket)).toMatchObject({ score: 5 });
  await page.getByRole('button', { name: words.save }).click();
  await expect(page.getByText(words.given(3, words.scale[2]!))).toBeVisible();
  await expect
    .poll(() => ratingOf(desk.request, ticket))
    .toMatchObject({ score: 3, comment: 'Quick and kind.' });

  await page.goto('/knowledge');
  await page.goto('/rating#token=garbage&score=5');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.unknownTitle);
  await visitor.close();
});

const post = async (request: APIRequestContext, url: string, data: object) => {
  const answer = await request.post(url, { data, headers: { 'idempotency-key': crypto.randomUUID() } });
  expect(answer.ok(), await answer.text()).toBe(true);
  return answer;
};

/** Somebody without an account asks, and staff answer and close the ticket. */
async function helped(visitor: APIRequestContext, desk: Page, email: string): Promise<string> {
  const [mark] = email.split('@');
  await post(visitor, '/api/guest-messages', {
    name: mark,
    email,
    subject: `Question of ${mark}`,
    text: 'Can you help?',
    kind: 'question',
    locale: 'en',
  });
  const token = new URL(await mailedLink(desk, email)).hash.slice('#token='.length);
  await post(visitor, '/api/guest-messages/confirm', { token });
  const { items } = await (await desk.request.get('/api/console/tickets?limit=20')).json();
  const { id } = items.find(({ subject }: { subject: string }) => subject === `Question of ${mark}`);
  await post(desk.request, `/api/console/tickets/${id}/messages`, { text: 'Done.', status: 'closed' });
  return id;
}

/** No hours to wait. Both sizes of the window may do so at once. */
async function askAtOnce(request: APIRequestContext): Promise<void> {
  const url = '/api/console/settings/feedback.rules';
  await expect(async () => {
    const { value, version } = await (await request.get(url)).json();
    const answer = await request.put(url, {
      data: { value: { ...value, waitHours: 0 } },
      headers: { 'if-match': `"${version}"` },
    });
    expect(answer.ok()).toBe(true);
  }).toPass();
}

async function ratingOf(request: APIRequestContext, ticket: string): Promise<object | null> {
  return (await (await request.get(`/api/console/tickets/${ticket}/rating`)).json()).rating;
}

/** The links of the question to an address, the best score first. */
async function ratingLinks(request: APIRequestContext, address: string): Promise<string[]> {
  let links: string[] = [];
  await expect(async () => {
    const { items } = await (
      await request.get(`/api/console/outbox?q=${encodeURIComponent(address)}`)
    ).json();
    const mail = items.find(({ subject }: { subject: string }) => subject.startsWith('How was our help'));
    const { text } = await (await request.get(`/api/console/outbox/${mail.id}`)).json();
    links = text.match(/http\S+\/rating#token=\S+/g) ?? [];
    expect(links).toHaveLength(5);
  }).toPass({ timeout: 30_000 });
  return links;
}

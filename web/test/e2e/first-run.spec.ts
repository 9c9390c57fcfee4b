import { expect } from '@playwright/test';
import { expectAccessible } from './kit/accessible.ts';
import { startClientarea } from './kit/clientarea.ts';
import type { RunningClientarea } from './kit/clientarea.ts';
import { mailedLink } from './kit/outbox.ts';
import { test } from './kit/test.ts';

// An installation of its own, as an operator first meets it: empty.
let empty: RunningClientarea;
test.beforeAll(async () => {
  test.setTimeout(150_000);
  empty = await startClientarea({ demo: false });
});
test.afterAll(() => empty.stop());

test('the printed link makes the first administrator, whose clients sign up by mail', async ({
  page,
  browser,
}) => {
  const link = /http\S+\/setup#token=\S+/.exec(empty.output())![0];
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'Welcome to your new portal' })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Your name').fill('Rina Hartono');
  await page.getByLabel('Email').fill('rina@example.com');
  await page.getByLabel('New password').fill('kopi susu gula aren');
  await page.getByRole('button', { name: 'Become administrator' }).click();

  await page.waitForURL(`${empty.url}/console`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page);

  await test.step('the link works once', async () => {
    const late = await browser.newPage();
    await late.goto(link);
    await late.getByLabel('Your name').fill('Somebody else');
    await late.getByLabel('Email').fill('else@example.com');
    await late.getByLabel('New password').fill('kopi susu gula aren');
    await late.getByRole('button', { name: 'Become administrator' }).click();
    await expect(late.getByRole('alert')).toBeVisible();
    await late.close();
  });

  const client = await (await browser.newContext()).newPage();
  await client.goto(`${empty.url}/sign-up`);
  await expect(client.getByRole('heading', { name: 'Create your account' })).toBeVisible();
  await expectAccessible(client);
  await client.getByLabel('Your name').fill('Ani Lestari');
  await client.getByLabel('Email').fill('ani@example.com');
  await client.getByRole('button', { name: 'Mail me the link' }).click();
  await expect(client.getByRole('heading', { name: 'Look in your mailbox' })).toBeVisible();
  await expectAccessible(client);

  await client.goto(await mailedLink(page, 'ani@example.com', empty.url));
  await expect(client.getByRole('heading', { name: 'Your email is confirmed' })).toBeVisible();
  await expectAccessible(client);
  await client.getByLabel('New password').fill('kuda terbang malam');
  await client.getByRole('button', { name: 'Save and sign in' }).click();
  await expect(client).not.toHaveURL(/verify-email/);
  await expect(client.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(client);
});

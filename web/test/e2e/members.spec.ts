import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import type { Quote } from '../../../server/modules/orders/contract.ts';
import { expectAccessible } from './kit/accessible.ts';
import { signInAs } from './kit/demo.ts';
import { mailedLink } from './kit/outbox.ts';
import { test } from './kit/test.ts';

const password = 'kuda terbang malam';
const dayInAYear = () => `${new Date().getFullYear() + 1}-06-30`;

/** Posts as the page's person, and reads the answer. */
async function post<T>(page: Page, path: string, data: object): Promise<T> {
  const answer = await page.request.post(path, { data, headers: { 'idempotency-key': randomUUID() } });
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return (await answer.json()) as T;
}

/** A browser of its own in which somebody new, who reads English, is signed in. */
async function newcomer(browser: Browser, staff: Page, name: string, viewport: Page['viewportSize']) {
  const size = viewport();
  const page = await (await browser.newContext(size ? { viewport: size } : {})).newPage();
  const email = `${name.toLowerCase()}-${randomUUID().slice(0, 8)}@members.example`;
  await post(page, '/api/people', { name, email, locale: 'en', timeZone: 'Asia/Jakarta' });
  const token = (await mailedLink(staff, email)).split('#token=')[1];
  expect((await page.request.put('/api/password', { data: { token, password } })).ok()).toBe(true);
  return { page, email };
}

/** Orders something that is above any small limit. */
async function order(page: Page, organization: string): Promise<{ id: string }> {
  const at = `/api/organizations/${organization}`;
  const { plans } = (await (await page.request.get(`${at}/store/support-retainer`)).json()) as {
    plans: { id: string; prices: { cycle: string }[] }[];
  };
  const [plan] = plans;
  const item = { plan: plan!.id, cycle: plan!.prices[0]!.cycle, quantity: 1, options: {}, addons: [] };
  const { total, terms } = await post<Quote>(page, `${at}/orders/quote`, { items: [item] });
  return post(page, `${at}/orders`, { items: [item], expectedTotal: total.amount, termsVersion: terms });
}

test('a colleague is invited with a role of the company’s own, orders above the limit, and becomes the owner', async ({
  page,
  browser,
}) => {
  const staff = await browser.newPage();
  await signInAs(staff, 'administrator');
  const size = () => page.viewportSize();
  const { page: owner } = await newcomer(browser, staff, 'Olivia', size);
  const colleague = await newcomer(browser, staff, 'Colin', size);
  const { page: stranger } = await newcomer(browser, staff, 'Stella', size);
  const { id, slug } = await post<{ id: string; slug: string }>(owner, '/api/organizations', {
    name: `Members ${randomUUID().slice(0, 8)}`,
    country: 'ID',
    currency: 'IDR',
  });
  const members = `/o/${slug}/organization/members`;

  await test.step('a role of their own', async () => {
    await owner.goto(`/o/${slug}/organization/roles`);
    await owner.getByRole('button', { name: 'Make a role' }).first().click();
    const dialog = owner.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Buyer');
    for (const permission of [/^Place orders/, /^See orders/, /^Look at the store/])
      await dialog.getByRole('checkbox', { name: permission }).check();
    await expectAccessible(owner);
    await dialog.getByRole('button', { name: 'Save role' }).click();
    await expect(owner.getByText('Buyer', { exact: true })).toBeVisible();
  });

  await test.step('an invitation with a limit and an end', async () => {
    await owner.goto(members);
    await owner.getByRole('button', { name: 'Invite someone' }).first().click();
    const dialog = owner.getByRole('dialog');
    await dialog.getByLabel('Email').fill(colleague.email);
    await dialog.getByText('Buyer', { exact: true }).click();
    await dialog.getByLabel('Spending limit per order').fill('100000');
    await dialog.getByLabel('Access until').fill(dayInAYear());
    await expectAccessible(owner);
    await dialog.getByRole('button', { name: 'Send invitation' }).click();
    await expect(owner.getByText(`invitation is on its way to ${colleague.email}`)).toBeVisible();
  });

  await test.step('it is for one address, and for once', async () => {
    let link = '';
    // Until it is there, the newest mail to this address is the one of signing up.
    await expect(async () => {
      link = await mailedLink(staff, colleague.email);
      expect(link).toContain('/invitations');
    }).toPass();
    const press = async (guest: Page) => {
      await guest.goto('about:blank');
      await guest.goto(link);
      await guest.getByRole('button', { name: 'Accept invitation' }).click();
    };
    await press(stranger);
    await expect(stranger.getByText('This invitation is for another email address.')).toBeVisible();
    await expectAccessible(stranger);
    await press(colleague.page);
    await colleague.page.waitForURL(new RegExp(`/o/${slug}$`));
    await press(stranger);
    await expect(stranger.getByText('This invitation was used, withdrawn or is too old.')).toBeVisible();
  });

  await test.step('an order above the limit is decided from the mail, once it is shown who decides', async () => {
    const placed = await order(colleague.page, id);
    await colleague.page.goto(`/o/${slug}/orders/${placed.id}`);
    await expect(colleague.page.getByText('This order waits for approval')).toBeVisible();
    let asked = 0;
    // As if some time had passed since the owner signed in: the first answer is the one of the door.
    await owner.route('**/approve', (route) =>
      asked++ > 0
        ? route.continue()
        : route.fulfill({
            status: 403,
            contentType: 'application/problem+json',
            body: JSON.stringify({ status: 403, code: 'proof_required' }),
          }),
    );
    await owner.goto(`/o/${slug}/notifications`);
    const notice = owner.getByRole('listitem').filter({ hasText: 'Colin asks you to approve' });
    await notice.getByRole('link', { name: 'Decide' }).click();
    await owner.waitForURL(new RegExp(`/orders/${placed.id}$`));
    const approve = owner.getByRole('button', { name: /^Approve Rp/ });
    await expect(approve).toBeVisible();
    await expectAccessible(owner);
    await approve.click();
    await owner.getByRole('dialog').getByLabel('Password', { exact: true }).fill(password);
    await owner.getByRole('button', { name: 'Confirm' }).click();
    await expect(owner.getByText(/is approved/)).toBeVisible();
    expect(asked).toBe(2);
  });

  await test.step('access is looked through', async () => {
    await owner.goto(`/o/${slug}/organization/access`);
    const row = owner.getByRole('row', { name: /Colin/ });
    await expect(row.getByText(/until 30 Jun/)).toBeVisible();
    await row.getByRole('button', { name: 'Still right' }).click();
    await expect(row.getByText('by Olivia', { exact: true })).toBeVisible();
    await expectAccessible(owner);
  });

  await test.step('the ownership changes hands when it is accepted', async () => {
    await owner.goto(members);
    await owner.getByRole('button', { name: 'Actions for Colin' }).click();
    await owner.getByRole('menuitem', { name: 'Offer ownership' }).click();
    await owner.getByLabel('You then become').selectOption('viewer');
    await owner.getByRole('button', { name: 'Send offer' }).click();
    await expect(owner.getByText('The ownership is being offered to Colin')).toBeVisible();
    // Where the mail leads: not every role sees the members.
    await colleague.page.goto(`/o/${slug}/organization`);
    await expectAccessible(colleague.page);
    await colleague.page.getByRole('button', { name: 'Accept', exact: true }).click();
    await expect(colleague.page.getByRole('button', { name: 'Save changes' })).toBeVisible();
    await colleague.page.goto(members);
    const row = (name: string) => colleague.page.getByRole('row', { name: new RegExp(name) });
    await expect(row('Colin')).toContainText('Owner');
    await expect(row('Olivia')).toContainText('Viewer');
    await expect(colleague.page.getByRole('button', { name: 'Invite someone' }).first()).toBeVisible();
  });
  for (const each of [staff, owner, colleague.page, stranger]) await each.context().close();
});

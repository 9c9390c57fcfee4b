import { expect } from '@playwright/test';
import type { CDPSession, Page } from '@playwright/test';
import { expectAccessible } from './kit/accessible.ts';
import { signInAs } from './kit/demo.ts';
import { appoint, appointInEnglish } from './kit/staff.ts';
import { test } from './kit/test.ts';

const password = 'kuda terbang malam';

/** A passkey device in the browser itself. Resolves with what brings its owner's finger to it and takes it away. */
async function withDevice(page: Page): Promise<(touched: boolean) => Promise<unknown>> {
  const devices: CDPSession = await page.context().newCDPSession(page);
  await devices.send('WebAuthn.enable');
  const { authenticatorId } = await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return (enabled) => devices.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled });
}

test('somebody adds a passkey, signs in with one touch, and by password only with it as second step', async ({
  page,
}) => {
  await signInAs(page, 'administrator');
  const link = await appoint(page, 'support');
  await page.context().clearCookies();
  await page.goto(link);
  await page.getByLabel('New password').fill(password);
  await page.getByRole('button', { name: /sign in/i }).click();
  await page.waitForURL((url) => url.pathname.startsWith('/console'));
  const email = (await (await page.request.get('/api/me')).json()) as { email: string };
  const touch = await withDevice(page);

  await test.step('add', async () => {
    await page.goto('/account/security');
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByLabel('Name').fill('My laptop');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Make the passkey' }).click();
    await expect(page.getByRole('heading', { name: 'Save your recovery codes' })).toBeVisible();
    await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(10);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'I have saved them' }).click();
    await expect(page.getByText('My laptop', { exact: true })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('sign in with one touch', async () => {
    await page.goto('about:blank');
    await page.context().clearCookies();
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.waitForURL((url) => url.pathname.startsWith('/console'));
  });

  await test.step('as second step', async () => {
    // The page that is left would notice that it is signed out, and go to the door by itself in the middle of ours.
    await page.goto('about:blank');
    await page.context().clearCookies();
    await touch(false);
    await page.goto('/sign-in');
    await page.getByLabel('Email').fill(email.email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'One more step' })).toBeVisible();
    await expectAccessible(page);
    await touch(true);
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await page.waitForURL((url) => url.pathname.startsWith('/console'));
  });
});

test('a change that needs a proof asks for it, and happens when it was given', async ({ page }) => {
  await signInAs(page, 'administrator');
  await appointInEnglish(page, 'support');
  await page.goto('/account/security');
  let refused = 0;
  // As if ten minutes had passed: the first answer is the one of the door.
  await page.route('**/api/me/mail-codes', async (route) => {
    if (refused++ > 0) return route.continue();
    return route.fulfill({
      status: 403,
      contentType: 'application/problem+json',
      body: JSON.stringify({ status: 403, code: 'proof_required' }),
    });
  });
  await page.getByRole('button', { name: 'Turn on' }).click();
  await expect(page.getByRole('heading', { name: 'Is it still you?' })).toBeVisible();
  await expectAccessible(page);
  const typed = page.getByRole('dialog').getByLabel('Password', { exact: true });
  await typed.fill('not my password');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByText('This is not your password.')).toBeVisible();
  await typed.fill(password);
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByRole('heading', { name: 'Save your recovery codes' })).toBeVisible();
  expect(refused).toBe(2);
});

test('a phone is added and asked for at the next sign-in', async ({ page, browser }) => {
  await signInAs(page, 'administrator');
  await appointInEnglish(page, 'support');
  const { email } = (await (await page.request.get('/api/me')).json()) as { email: string };
  const staff = await browser.newPage();
  await signInAs(staff, 'administrator');
  const number = `0812${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`;
  /** As somebody reads it from the phone; without a telephone network texts lie in the outbox. */
  const texted = async (already: number): Promise<string> => {
    const found = async () => {
      const url = `/api/console/outbox?q=${encodeURIComponent(`+62${number.slice(1)}`)}`;
      return ((await (await staff.request.get(url)).json()) as { items: { id: string }[] }).items;
    };
    await expect.poll(async () => (await found()).length).toBe(already + 1);
    const [newest] = await found();
    const { text } = (await (await staff.request.get(`/api/console/outbox/${newest!.id}`)).json()) as {
      text: string;
    };
    return /\d{4} \d{4}/.exec(text)![0];
  };

  await test.step('add', async () => {
    await page.goto('/account/security');
    await page.getByRole('button', { name: 'Set up' }).click();
    await expect(page.getByText('A passkey or an app is safer')).toBeVisible();
    await page.getByLabel('Phone number').fill('twelve');
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await expect(page.getByText('This is no phone number.')).toBeVisible();
    await page.getByLabel('Phone number').fill(number);
    await page.getByText('SMS', { exact: true }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Send me a code' }).click();
    const field = page.getByLabel('Code from the message');
    await expect(field).toHaveAttribute('autocomplete', 'one-time-code');
    await field.fill(await texted(0));
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Use this number' }).click();
    await page.getByRole('button', { name: 'I have saved them' }).click();
    await expect(page.getByText(`Code by SMS to the number that ends in ${number.slice(-3)}`)).toBeVisible();
  });

  await test.step('sign in, by WhatsApp for once', async () => {
    // An open page that notices the end of its session would lead to the sign-in too, and back to itself afterwards.
    await page.goto('about:blank');
    await page.context().clearCookies();
    await page.goto('/sign-in');
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByText(`ends in ${number.slice(-3)}`)).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'By WhatsApp instead' }).click();
    await expect(page.getByText('on its way by WhatsApp')).toBeVisible();
    await page.getByLabel('Code from the message').fill(await texted(1));
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL((url) => url.pathname.startsWith('/console'));
  });
  await staff.close();
});

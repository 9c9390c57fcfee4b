import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { clientId, clientSecret, startProvider } from '../../../server/modules/sso/test/provider.ts';
import { expectAccessible } from './kit/accessible.ts';
import { signInAs } from './kit/demo.ts';
import { foundOrganization } from './kit/own-organization.ts';
import { test } from './kit/test.ts';
import { verifyByHand } from './kit/verify-domain.ts';

test('an owner connects the company’s provider, and a colleague signs in there', async ({ page, browser }, {
  project,
}) => {
  test.setTimeout(180_000);
  const domain = `acme-${project.name}-${randomUUID().slice(0, 8)}.example`;
  const provider = await startProvider();
  await signInAs(page, 'Grace Tan');
  const { id, slug } = await foundOrganization(page.request);

  await test.step('the domain', async () => {
    await page.goto(`/o/${slug}/organization/domains`);
    await page.getByRole('button', { name: 'Add a domain' }).first().click();
    await page.getByLabel('Domain', { exact: true }).fill(domain);
    await page.getByRole('dialog').getByRole('button', { name: 'Add a domain' }).click();
    await expect(page.getByText(domain).first()).toBeVisible();
    await expectAccessible(page);
    const staff = await browser.newPage();
    await signInAs(staff, 'administrator');
    await verifyByHand(staff.request, id, domain);
    await staff.close();
  });

  await test.step('the connection', async () => {
    await page.goto(`/o/${slug}/organization/single-sign-on`);
    await page.getByLabel('Issuer').fill(provider.issuer);
    await page.getByLabel('Client ID').fill(clientId);
    await page.getByLabel('Client secret').fill(clientSecret);
    await page.getByRole('button', { name: 'Save' }).first().click();
    const redirect = page.getByText(/\/sign-in\/return\//);
    await expect(redirect).toBeVisible();
    provider.allow((await redirect.textContent())!);
    await page.getByRole('button', { name: 'Check the connection' }).click();
    await expect(page.getByText('Reached')).toBeVisible();
    await page.getByText('Offered', { exact: true }).click();
    await page.getByRole('button', { name: 'Save' }).last().click();
    await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('a colleague signs in', async () => {
    const email = `rani@${domain}`;
    provider.accounts.set(email, { sub: 'rani', email, email_verified: true, name: 'Rani Kusuma' });
    const colleague = await browser.newPage({ locale: 'en' });
    await colleague.goto('/sign-in');
    await colleague.getByLabel('Email').fill(email);
    await colleague.getByRole('button', { name: 'Sign in with your company account' }).click();
    await colleague.getByLabel('Account').fill('rani');
    await colleague.getByRole('button', { name: 'Continue' }).click();
    await expect(colleague).toHaveURL(new RegExp(`/o/${slug}$`));
    const me = (await (await colleague.request.get('/api/me')).json()) as { email: string; name: string };
    expect(me).toMatchObject({ email, name: 'Rani Kusuma' });
    // What came with the address is not there any more.
    await colleague.goBack();
    expect(colleague.url()).not.toContain('code=');

    // As if ten minutes had passed: what is sensitive waits until the provider has asked anew, in a window of its own.
    await colleague.goto('/account/security');
    let refused = 0;
    await colleague.route('**/api/me/mail-codes', async (route) => {
      if (refused++ > 0) return route.continue();
      return route.fulfill({
        status: 403,
        contentType: 'application/problem+json',
        body: JSON.stringify({ status: 403, code: 'proof_required' }),
      });
    });
    await colleague.getByRole('button', { name: 'Turn on' }).click();
    const beside = colleague.context().waitForEvent('page');
    await colleague.getByRole('button', { name: 'Confirm at the provider' }).click();
    const there = await beside;
    await there.getByLabel('Account').fill('rani');
    await there.getByRole('button', { name: 'Continue' }).click();
    await expect(colleague.getByRole('heading', { name: 'Save your recovery codes' })).toBeVisible();
    await colleague.close();
  });
  await page.request.post(`/api/organizations/${id}/sso/remove`, {
    headers: { 'idempotency-key': randomUUID() },
  });
  await provider.close();
});

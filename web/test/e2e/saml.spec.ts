import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { startSamlPage } from '../../../server/modules/sso/test/saml-page.ts';
import { makeKey } from '../../../server/modules/sso/test/saml-provider.ts';
import { expectAccessible } from './kit/accessible.ts';
import { signInAs } from './kit/demo.ts';
import { foundOrganization } from './kit/own-organization.ts';
import { test } from './kit/test.ts';
import { verifyByHand } from './kit/verify-domain.ts';

// The provider is of another site, as it is in life: the browser takes no cookie of ours along when it posts the answer.

test('an owner connects a provider by SAML with its metadata, and a colleague signs in there', async ({
  page,
  browser,
}, { project }) => {
  test.setTimeout(180_000);
  const domain = `saml-${project.name}-${randomUUID().slice(0, 8)}.example`;
  const email = `rani@${domain}`;
  const provider = await startSamlPage(makeKey(), {
    nameId: randomUUID(),
    attributes: { mail: email, displayName: 'Rani Kusuma' },
  });
  await signInAs(page, 'Grace Tan');
  const { id, slug } = await foundOrganization(page.request);

  await test.step('the domain', async () => {
    await page.request.post(`/api/organizations/${id}/domains`, {
      headers: { 'idempotency-key': randomUUID() },
      data: { domain },
    });
    const staff = await browser.newPage();
    await signInAs(staff, 'administrator');
    await verifyByHand(staff.request, id, domain);
    await staff.close();
  });

  await test.step('the connection', async () => {
    await page.goto(`/o/${slug}/organization/single-sign-on`);
    await page.getByText('SAML 2.0', { exact: true }).click();
    // What the provider wants first is there before anything is saved.
    await expect(page.getByText(/\/sign-in\/return\//)).toBeVisible();
    await expect(page.getByText(/\/metadata$/)).toBeVisible();
    await page.getByLabel('Metadata of the provider').fill(provider.metadata);
    await page.getByRole('button', { name: 'Fill in from metadata' }).click();
    await expect(page.getByLabel('Entity ID of the provider')).toHaveValue('https://idp.example/saml');
    await page.getByLabel('Attribute with the address').fill('mail');
    await page.getByLabel('Attribute with the name').fill('displayName');
    await page.getByLabel('People cannot choose their address').check();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Save' }).first().click();
    await expect(page.getByText('The connection is saved.')).toBeVisible();
    await page.getByText('Offered', { exact: true }).click();
    await page.getByRole('button', { name: 'Save' }).last().click();
    await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('a colleague signs in', async () => {
    const colleague = await browser.newPage({ locale: 'en' });
    await colleague.goto('/sign-in');
    await colleague.getByLabel('Email').fill(email);
    await colleague.getByRole('button', { name: 'Sign in with your company account' }).click();
    await colleague.getByRole('button', { name: 'Continue' }).click();
    await expect(colleague).toHaveURL(new RegExp(`/o/${slug}$`));
    const me = (await (await colleague.request.get('/api/me')).json()) as { email: string; name: string };
    expect(me).toMatchObject({ email, name: 'Rani Kusuma' });
    await colleague.close();
  });
  await page.request.post(`/api/organizations/${id}/sso/remove`, {
    headers: { 'idempotency-key': randomUUID() },
  });
  await provider.close();
});

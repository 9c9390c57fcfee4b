import { expect } from '@playwright/test';
import { browserArguments } from './kit/browser.ts';
import { test } from './kit/test.ts';

// Whether a portal can be installed only a browser with windows works out.
test.use({ launchOptions: browserArguments({ whole: true }) });

test('the portal installs under the name of the business and says when the line is cut', async ({
  page,
  context,
}) => {
  await page.goto('/store');
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  const devtools = await context.newCDPSession(page);
  const { errors, data } = await devtools.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(JSON.parse(data!)).toMatchObject({ name: 'Nusantara Cloud', display: 'standalone' });
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  // Browsers of tests keep nothing, which alone forbids it here.
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito']);

  await page.reload();
  await context.setOffline(true);
  await page.goto('/order-status');
  await expect(page.getByRole('heading', { name: 'You are offline' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Anda sedang luring' })).toBeVisible();
  await context.setOffline(false);
  await page.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How does my order stand?');
});

import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { matchPage } from '../../kernel/pages/match.ts';
import type { PageEntry } from '../../kernel/pages/pages.ts';
import { consolePages } from '../../console/pages.ts';
import { portalPages } from '../../portal/pages.ts';
import { expectAccessible } from './kit/accessible.ts';
import { signInAs } from './kit/demo.ts';
import { appointInEnglish } from './kit/staff.ts';

/** Pages that only a mailed link, a payment under way or a running service leads to: `first-run` and `main-job` see them. */
const elsewhere = new Set([
  '/setup',
  '/verify-email',
  '/reset-password',
  '/invitations',
  '/unsubscribe',
  '/o/:slug/invoices/payments/:attemptId',
  '/o/:slug/services/:serviceId/cancel',
]);

test('every page of the portal is a few links from home, and accessible', async ({ page }, { project }) => {
  test.setTimeout(600_000);
  const seen = await walk(page, portalPages, ['/sign-in']);
  await page.emulateMedia({ colorScheme: project.name === 'phone' ? 'dark' : 'light' });
  // One reads Indonesian, pays in rupiah and has two years of history; the other reads English and pays in dollars.
  for (const who of ['owner of PT Sinar Rejeki Logistik', 'Grace Tan']) {
    await page.context().clearCookies();
    await signInAs(page, who);
    for (const pattern of await walk(page, portalPages, ['/', '/organizations/new'])) seen.add(pattern);
  }
  expect(neverSeen(portalPages, seen)).toEqual([]);
});

test('every page of the console is a few links from home, and accessible', async ({ page }, { project }) => {
  test.setTimeout(600_000);
  await page.emulateMedia({ colorScheme: project.name === 'phone' ? 'light' : 'dark' });
  await signInAs(page, 'administrator');
  if (project.name === 'desktop') await appointInEnglish(page, 'administrator');
  expect(neverSeen(consolePages, await walk(page, consolePages, ['/console', '/console/renewals']))).toEqual(
    [],
  );
});

function neverSeen(pages: readonly PageEntry[], seen: ReadonlySet<string>): string[] {
  return pages.map(({ pattern }) => pattern).filter((one) => !seen.has(one) && !elsewhere.has(one));
}

/** Follows links and searches from the first pages, opening one page of each pattern. Returns the patterns seen. */
async function walk(page: Page, pages: readonly PageEntry[], first: string[]): Promise<Set<string>> {
  const seen = new Set<string>();
  const queue = [...first];
  for (let path = queue.shift(); path; path = queue.shift()) {
    const pattern = matchPage(pages, path.split(/[?#]/)[0]!)?.entry.pattern;
    if (path !== '/' && (!pattern || seen.has(pattern))) continue;
    await test.step(path, async () => {
      const mistakes: string[] = [];
      const note = (error: Error) => mistakes.push(error.message);
      page.on('pageerror', note);
      await page.goto(path!, { waitUntil: 'load' });
      await expect(page.locator('main h1')).toBeVisible();
      await expect(page.locator('main .skeleton')).toHaveCount(0);
      await expectAccessible(page);
      expect(await page.title()).not.toBe('');
      page.off('pageerror', note);
      expect(mistakes).toEqual([]);
    });
    seen.add(matchPage(pages, new URL(page.url()).pathname)?.entry.pattern ?? path);
    if (pattern) seen.add(pattern);
    const links = await page
      .locator('a[href^="/"], form[method="get"][action^="/"]')
      .evaluateAll((all) =>
        all.map((one) => one.getAttribute('href') ?? `${one.getAttribute('action')}?q=a`),
      );
    queue.push(...links.filter((link) => !link.startsWith('/api/')));
  }
  return seen;
}

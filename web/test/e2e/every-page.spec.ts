import { expect } from '@playwright/test';
import type { Browser, Page, Request } from '@playwright/test';
import { matchPage } from '../../kernel/pages/match.ts';
import type { PageEntry } from '../../kernel/pages/pages.ts';
import { consolePages } from '../../console/pages.ts';
import { portalPages } from '../../portal/pages.ts';
import { expectAccessible } from './kit/accessible.ts';
import { signInAs } from './kit/demo.ts';
import { appointInEnglish } from './kit/staff.ts';
import { test } from './kit/test.ts';

/**
 * Pages that only a mailed link, a second step that is owed, a payment under way, a service that runs, a parent that
 * pays, a message or an order of a guest, a question that was mailed, or a provider leads to: `first-run`, `main-job`, `change-service`, `signing-in`, `guests`,
 * `guest-orders`, `ratings` and `single-sign-on` see most of them.
 */
const elsewhere = new Set([
  '/setup',
  '/verify-email',
  '/reset-password',
  '/invitations',
  '/unsubscribe',
  '/confirm-email',
  '/undo-email',
  '/stop-recovery',
  '/not-me',
  '/account/second-step',
  '/account/claims',
  '/contact/message',
  '/checkout/:product',
  '/order-status/confirm',
  '/offer',
  '/rating',
  '/sign-in/return/:connectionId',
  '/o/:slug/organization/single-sign-on',
  '/o/:slug/invoices/above',
  '/o/:slug/invoices/payments/:attemptId',
  '/o/:slug/services/:serviceId/cancel',
  '/o/:slug/services/:serviceId/change',
]);

/** Each page is opened once and looked at in both ways, since styles follow the width of the window alone. */
const ways = [
  { viewport: { width: 360, height: 740 }, colorScheme: 'dark' },
  { viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
] as const;

test('every page of the portal is a few links from home, and accessible', async ({ page, browser }) => {
  test.setTimeout(600_000);
  const seen = await walk(page, portalPages, ['/sign-in']);
  // One reads Indonesian, pays in rupiah and has two years of history; the other reads English, pays in dollars, and looks at what the
  // first one had not.
  for (const who of ['owner of PT Sinar Rejeki Logistik', 'Grace Tan']) {
    await page.context().clearCookies();
    await signInAs(page, who);
    const { organizations } = (await (await page.request.get('/api/session')).json()) as {
      organizations: { id: string; slug: string }[];
    };
    const { id, slug } = organizations[0]!;
    await takeBack(browser, id);
    // Lists are looked at once, by whoever comes first, so what only the other one's lead to is named.
    const { items } = await (await page.request.get(`/api/organizations/${id}/offers`)).json();
    const offers = items.slice(0, 1).map((offer: { id: string }) => `/o/${slug}/offers/${offer.id}`);
    const first = ['/', '/organizations/new', '/inbox', `/o/${slug}/invoices/pay-many`, ...offers];
    await walk(page, portalPages, first, seen);
  }
  expect(neverSeen(portalPages, seen)).toEqual([]);
});

test('every page of the console is a few links from home, and accessible', async ({ page, browser }) => {
  test.setTimeout(600_000);
  await takeBack(browser);
  await signInAs(page, 'administrator');
  await prepareNewPrices(page);
  await lookAhead(page);
  // In English: the staff of the demo read Indonesian, as they do in the other specs.
  await appointInEnglish(page, 'administrator');
  // The others are chosen from menus that are closed.
  const first = [
    '/console',
    '/console/renewals',
    '/console/invoices/credit-notes',
    '/console/invoices/contests',
    '/console/payments/refunds',
    '/console/promotions/rules',
    '/console/offers/rules',
    ...(await insides(page)),
  ];
  expect(neverSeen(consolePages, await walk(page, consolePages, first))).toEqual([]);
});

/** The demo takes nothing back: staff do so here, the smallest sum, so that there is a credit note to look at. */
async function takeBack(browser: Browser, client?: string): Promise<void> {
  const context = await browser.newContext();
  const staff = await context.newPage();
  await signInAs(staff, 'administrator');
  const paid = await staff.request.get('/api/console/invoices', {
    params: { status: 'paid', ...(client && { client }) },
  });
  const { items } = (await paid.json()) as { items: { id: string }[] };
  const answer = await staff.request.post(`/api/console/invoices/${items[0]!.id}/credit-notes`, {
    data: { reason: 'other', lines: [{ position: 1, net: 1 }] },
    headers: { 'idempotency-key': crypto.randomUUID() },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  await context.close();
}

/** Nobody in the demo prepares new prices: a draft, of which nobody is told. */
async function prepareNewPrices({ request }: Page): Promise<void> {
  const { groups } = await (await request.get('/api/console/catalog')).json();
  const { plans } = await (
    await request.get(`/api/console/catalog/products/${groups[0].products[0].id}`)
  ).json();
  const everybody = { currency: 'IDR', cycle: null, soldBefore: null, countries: [], excluded: [] };
  const answer = await request.post('/api/console/pricing/campaigns', {
    data: {
      name: 'A draft',
      selection: { plans: [plans[0].id], ...everybody },
      rule: { kind: 'percent', hundredths: 500, rounding: { to: 1000, how: 'up' } },
      effectiveOn: '2030-01-01',
      noticeDays: 30,
      optOut: 'cancel',
      keepUntil: null,
      texts: { id: 'Mulai {date}', en: 'From {date}' },
    },
    headers: { 'idempotency-key': crypto.randomUUID() },
  });
  expect(answer.status(), await answer.text()).toBe(201);
}

/** Nobody in the demo rehearses the days to come; one may be under way already. */
async function lookAhead({ request }: Page): Promise<void> {
  const answer = await request.post('/api/console/rehearsals', {
    data: { days: 30, assumption: 'stops', lateDays: null },
    headers: { 'idempotency-key': crypto.randomUUID() },
  });
  expect([201, 409], await answer.text()).toContain(answer.status());
}

/** Pages that only the menus and the states of single things lead to. */
async function insides({ request }: Page): Promise<string[]> {
  const firstOf = async (url: string) => (await (await request.get(url)).json()).items[0];
  const [promotion, draft, worked] = await Promise.all([
    firstOf('/api/console/promotions'),
    firstOf('/api/console/offers?state=draft'),
    firstOf('/api/console/time-entries'),
  ]);
  return [
    `/console/promotions/${promotion.id}/codes`,
    `/console/offers/${draft.id}/edit`,
    `/console/tickets/time/bill/${worked.client.id}`,
  ];
}

/** Rows below the edge of the window would keep their old width and colors until they are scrolled to. */
async function lookIn(page: Page, way: number): Promise<void> {
  const { viewport, colorScheme } = ways[way]!;
  await page.evaluate(() => {
    if (document.documentElement.hasAttribute('data-still')) return;
    document.documentElement.setAttribute('data-still', '');
    const still = new CSSStyleSheet();
    still.replaceSync('* { content-visibility: visible !important; transition-property: none !important; }');
    document.adoptedStyleSheets.push(still);
  });
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme });
}

/** Goes on as a link does, without a new document. */
async function follow(page: Page, path: string): Promise<void> {
  await page.evaluate((href) => {
    document.querySelector('main h1')?.setAttribute('data-left', '');
    history.pushState({ key: crypto.randomUUID() }, '', href);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
}

function neverSeen(pages: readonly PageEntry[], seen: ReadonlySet<string>): string[] {
  return pages.map(({ pattern }) => pattern).filter((one) => !seen.has(one) && !elsewhere.has(one));
}

/**
 * Follows links and searches from the first pages, opening one page of each pattern not `seen` yet: of the portal, where they are drawn,
 * as a document of its own; of the console as a link does, which is how people come there. Returns the patterns seen.
 */
async function walk(
  page: Page,
  pages: readonly PageEntry[],
  first: string[],
  seen = new Set<string>(),
): Promise<Set<string>> {
  const queue = [...first];
  const intervals = [20, 50, 100];
  let way = 0;
  await lookIn(page, way);
  const asked = new Set<Request>();
  const begun = (request: Request) => void (request.url().includes('/api/live') || asked.add(request));
  const ended = (request: Request) => void asked.delete(request);
  page.on('request', begun).on('requestfinished', ended).on('requestfailed', ended);
  for (let path = queue.shift(); path; path = queue.shift()) {
    const pattern = matchPage(pages, path.split(/[?#]/)[0]!)?.entry.pattern;
    if (path !== '/' && (!pattern || seen.has(pattern))) continue;
    await test.step(path, async () => {
      const mistakes: string[] = [];
      const note = (error: Error) => mistakes.push(error.message);
      page.on('pageerror', note);
      // The first page of somebody, and what may lead to the page that is shown already, are asked for.
      if (path === first[0] || path === '/' || pages === portalPages)
        await page.goto(path!, { waitUntil: 'load' });
      else await follow(page, path!);
      await expect(page.locator('main h1:not([data-left])')).toBeVisible();
      // Parts of other modules come when they are ready.
      for (let once = 0; once < 2; once++) {
        await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle, { timeout: 2000 })));
        await expect.poll(() => [...asked].map((request) => request.url()), { intervals }).toEqual([]);
      }
      await expect(page.locator('main .skeleton')).toHaveCount(0);
      // As it was left at the page before, and then the other way.
      await expectAccessible(page);
      await lookIn(page, (way = 1 - way));
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
  page.off('request', begun).off('requestfinished', ended).off('requestfailed', ended);
  return seen;
}

import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { expectAccessible } from './kit/accessible.ts';
import { personOf, signInAs } from './kit/demo.ts';
import { slowDown, watchShifts } from './kit/shifts.ts';
import { test } from './kit/test.ts';

/** What public pages say of themselves to machines. */
async function headOf(page: Page) {
  const content = (selector: string, name: string) => page.locator(selector).getAttribute(name);
  return {
    description: await content('meta[name="description"]', 'content'),
    canonical: await content('link[rel="canonical"]', 'href'),
    english: await content('link[hreflang="en"]', 'href'),
    image: await content('meta[property="og:image"]', 'content'),
  };
}

/** Orders a license as a client of the demo does, and leaves nobody signed in. */
async function placeOrder(page: Page): Promise<{ number: string; code: string }> {
  const who = await signInAs(page, 'owner of Toko Batik');
  const get = async (path: string) => (await (await page.request.get(path)).json()) as never;
  const post = async (path: string, data: object) => {
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const answer = await page.request.post(path, { data, headers });
    expect(answer.ok(), `${path} as ${who.email}: ${await answer.text()}`).toBe(true);
    return (await answer.json()) as never;
  };
  const { organizations } = (await get('/api/session')) as { organizations: { id: string }[] };
  const own = `/api/organizations/${organizations[0]!.id}`;
  const { plans } = (await get(`${own}/store/sitebuilder-license`)) as {
    plans: { id: string; prices: { cycle: string }[] }[];
  };
  const [plan] = plans;
  const items = [{ plan: plan!.id, cycle: plan!.prices[0]!.cycle, quantity: 1, options: {}, addons: [] }];
  const quote = (await post(`${own}/orders/quote`, { items })) as {
    total: { amount: number };
    terms: number | null;
  };
  const order = (await post(`${own}/orders`, {
    items,
    expectedTotal: quote.total.amount,
    termsVersion: quote.terms,
  })) as { number: string; code: string };
  await page.context().clearCookies();
  return order;
}

test.describe('without script', { tag: '@once' }, () => {
  test.use({ javaScriptEnabled: false, colorScheme: 'dark' });

  test('a visitor looks at the store, switches the language and begins an order', async ({
    page,
    baseURL,
  }) => {
    await page.goto('/store');
    await expect(page).toHaveTitle(/^Products and prices · /);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Products and prices');
    await expect(page.locator('html')).toHaveCSS('color-scheme', /dark/);
    expect(await headOf(page)).toMatchObject({
      canonical: `${baseURL}/store`,
      english: `${baseURL}/store?lang=en`,
      image: `${baseURL}/icon-512.png`,
    });

    await page.getByRole('link', { name: 'Bahasa Indonesia' }).click();
    await expect(page).toHaveTitle(/^Produk dan harga · /);
    await page.getByRole('link', { name: 'Cloud server' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cloud server');
    await expect(page.locator('html')).toHaveAttribute('lang', 'id');
    await expect(page.getByText('Rp2.500.000')).toBeVisible();

    await page.getByRole('link', { name: 'USD' }).click();
    await page.getByRole('radio').nth(1).check();
    await page
      .getByRole('button', { name: /^Pesan / })
      .first()
      .click();
    await page.waitForURL(/\/checkout\/cloud-server\?plan=.+&currency=USD/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pesan Cloud server');
    await page.getByRole('link', { name: 'Masuk atau daftar' }).click();
    await page.waitForURL(/\/sign-in\?next=%2Forder%2Fcloud-server%3Fplan%3D/);
  });

  test('whoever has number and code looks an order up, and the code stays out of the address', async ({
    page,
  }) => {
    await page.goto('/order-status?lang=en');
    await page.getByLabel('Order number').fill('ORD-2026-NONE1');
    await page.getByLabel('Security code').fill('0000-0000');
    await page.getByRole('button', { name: 'Show the order' }).click();
    await expect(page.getByRole('alert')).toContainText('There is no order with this number and code');
    await expect(page).toHaveURL(/\/order-status$/);
    // What was typed is still there.
    await expect(page.getByLabel('Order number')).toHaveValue('ORD-2026-NONE1');

    const { number, code } = await placeOrder(page);
    await page.getByLabel('Order number').fill(number);
    await page.getByLabel('Security code').fill(code.toLowerCase());
    await page.getByRole('button', { name: 'Show the order' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(number);
    await expect(page.getByText('The order was placed')).toBeVisible();
    await page.getByRole('button', { name: 'Look again' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(number);
    await expect(page).toHaveURL(/\/order-status$/);
  });

  test('a question is searched and its answer read', async ({ page }) => {
    await page.goto('/knowledge?lang=en');
    await page.getByRole('searchbox').fill('DNS');
    await page.getByRole('searchbox').press('Enter');
    await page.waitForURL(/\/knowledge\/search\?q=DNS/);
    const first = page.getByRole('listitem').getByRole('heading', { level: 2 }).getByRole('link').first();
    const title = await first.textContent();
    await first.click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title!);
    await expect(page).toHaveTitle(new RegExp(`^${title!.replace(/[.?+*()]/g, '.')} · `));
    const crumbs = await page.locator('script[type="application/ld+json"]').textContent();
    expect(JSON.parse(crumbs!)).toMatchObject({ '@type': 'BreadcrumbList' });
    const missing = await page.goto('/knowledge/nothing-like-this');
    expect(missing!.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('We could not find this page');
  });

  test('somebody signs in, and a wrong password is said without saying it again', async ({ page }) => {
    await page.goto('/sign-in?lang=en&next=%2Fstore%3Fcurrency%3DUSD');
    await page.getByLabel('Email').fill('nobody@example.com');
    await page.getByLabel('Password', { exact: true }).fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(page.getByLabel('Email')).toHaveValue('nobody@example.com');
    await expect(page.getByLabel('Password', { exact: true })).toHaveValue('');

    const { email, password } = personOf('owner of PT Sinar Rejeki');
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL('**/store?currency=USD');
    await expect(page.getByRole('link', { name: 'Akun Anda' })).toBeVisible();
  });

  test('what is not there is said in words', async ({ page }) => {
    const answer = await page.goto('/store/nothing-like-this');
    expect(answer!.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('We could not find this page');
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex');
  });
});

test('the script takes over what is drawn without asking, moving or complaining', async ({ page }) => {
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  const shifts = await watchShifts(page);
  const setSlowness = await slowDown(page, 4);
  for (const path of ['/store', '/store/cloud-server', '/order-status', '/knowledge', '/sign-in']) {
    await page.goto(path);
    await expect(page.locator('#app')).toHaveAttribute('data-drawn', 'taken');
    // A pixel or two when the font arrives.
    const { sum, moved } = await shifts();
    expect(sum, `${path}: ${moved.join('; ')}`).toBeLessThan(0.001);
    await setSlowness(1);
    await expectAccessible(page);
    await setSlowness(4);
  }
  await setSlowness(1);
  expect(asked.filter((path) => path.startsWith('/api/'))).toEqual([]);
  expect(complaints).toEqual([]);

  // From here on the browser draws.
  await page.getByRole('link', { name: 'Products' }).click();
  await page.getByRole('link', { name: 'Web hosting' }).click();
  await expect(page).toHaveURL(/\/store\/web-hosting$/);
  await expect(page).toHaveTitle(/^Web hosting · /);
  await expectAccessible(page);
});

test(
  'a member who chose in the store is led to that choice in the order flow',
  { tag: '@once' },
  async ({ page }) => {
    await signInAs(page, 'owner of PT Sinar Rejeki');
    await page.goto('/store/cloud-server');
    // A plan with a term of its own has one way to pay.
    const last = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('button', { name: /^(Order|Pesan) / }) })
      .filter({ has: page.getByRole('radio').nth(1) })
      .last();
    const plan = await last.getByRole('heading').textContent();
    await last.getByRole('radio').nth(1).check();
    await last.getByRole('button').click();
    await page.waitForURL(/\/o\/[^/]+\/order\/cloud-server\?plan=/);
    await expect(page.getByRole('radio', { name: plan! }).first()).toBeChecked();
    await expect(page.locator('input[name="cycle"]:checked')).toHaveValue('annual');
  },
);

test('the choice of a visitor waits until they are signed in', { tag: '@once' }, async ({ page }) => {
  await page.goto('/order/cloud-server?plan=p1&cycle=annual&evil=1');
  await page.waitForURL(/\/checkout\/cloud-server\?plan=p1&cycle=annual$/);
  await signInAs(page, 'owner of PT Sinar Rejeki');
  // As after the link in a mail: nothing in the address says where they were going.
  await page.goto('/');
  await page.waitForURL(/\/o\/[^/]+\/order\/cloud-server\?plan=p1&cycle=annual$/);
  await page.goto('/');
  await page.waitForURL(/\/o\/[^/]+$/);
});

test(
  'public pages are kept for a minute by visitors and never for somebody',
  { tag: '@once' },
  async ({ request, page }) => {
    const first = await request.get('/store');
    const { etag, vary, 'cache-control': kept, 'content-security-policy': policy } = first.headers();
    expect(kept).toBe('public, max-age=60');
    expect(vary).toContain('Cookie');
    expect(vary).toContain('Accept-Language');
    const nonce = /'nonce-([^']+)'/.exec(policy!)![1]!;
    const html = await first.text();
    // Whatever runs or styles carries the nonce, and nothing has an event handler in an attribute.
    for (const [tag] of html.matchAll(/<(?:script|style)\b[^>]*>/g))
      expect(tag).toContain(`nonce="${nonce}"`);
    expect(html).not.toMatch(/<[^>]* on[a-z]+=/i);

    const again = await request.get('/store', { headers: { 'if-none-match': etag! } });
    expect(again.status()).toBe(304);
    expect(again.headers()['content-security-policy']).toBe(policy);
    const english = await request.get('/store', { headers: { 'accept-language': 'en-GB' } });
    expect(english.headers().etag).not.toBe(etag);

    const person = await signInAs(page, 'owner of PT Sinar Rejeki');
    const own = await page.request.get('/store');
    expect(own.headers()['cache-control']).toBe('no-store');
    expect(own.headers().etag).toBeUndefined();
    expect(html).not.toContain(person.email);
  },
);

test('machines find the public pages and nothing else', { tag: '@once' }, async ({ request, baseURL }) => {
  const robots = await (await request.get('/robots.txt')).text();
  expect(robots).toContain(`Sitemap: ${baseURL}/sitemap.xml`);
  expect(robots).toContain('Disallow: /o/');
  const sitemap = await (await request.get('/sitemap.xml')).text();
  const addresses = [...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address!);
  expect(addresses).toContain(`${baseURL}/store/cloud-server`);
  for (const address of addresses) {
    const answer = await request.get(address);
    expect(answer.status(), address).toBe(200);
    expect(await answer.text(), address).not.toContain('noindex');
  }
});

test('a form from another site looks nothing up', { tag: '@once' }, async ({ request }) => {
  const answer = await request.post('/order-status', {
    form: { number: 'ORD-2026-NONE1', code: '0000-0000' },
    headers: { origin: 'https://elsewhere.example' },
  });
  expect(answer.status()).toBe(403);
});

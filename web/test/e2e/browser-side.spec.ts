import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { signInAs } from './kit/demo.ts';
import { test } from './kit/test.ts';

/** Notes what the browser refused under the policy of the page. */
async function refusals(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const kept = (window as unknown as { refused: string[] }).refused ?? [];
    (window as unknown as { refused: string[] }).refused = kept;
    document.addEventListener('securitypolicyviolation', (event) => kept.push(event.violatedDirective));
  });
  return () => page.evaluate(() => (window as unknown as { refused: string[] }).refused);
}

test('text becomes neither markup nor script, whoever puts it there', async ({ page }) => {
  const refused = await refusals(page);
  await page.goto('/sign-in');
  await expect(page.locator('main h1')).toBeVisible();
  expect(await refused()).toEqual([]);
  const tried = await page.evaluate(() => {
    const attempts: Record<string, () => unknown> = {
      innerHTML: () => (document.body.innerHTML = '<b>x</b>'),
      insertAdjacentHTML: () => document.body.insertAdjacentHTML('beforeend', '<b>x</b>'),
      write: () => document.write('<b>x</b>'),
      scriptText: () => (document.createElement('script').text = 'window.hit = 1'),
      scriptSource: () => (document.createElement('script').src = '/sw.js'),
      frameDocument: () => (document.createElement('iframe').srcdoc = '<b>x</b>'),
      anotherPolicy: () =>
        (
          window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } }
        ).trustedTypes.createPolicy('mine', {}),
    };
    return Object.entries(attempts).map(([name, attempt]) => {
      try {
        attempt();
        return `${name} was let through`;
      } catch (error) {
        return `${name} ${(error as Error).name}`;
      }
    });
  });
  expect(tried).toEqual([
    'innerHTML TypeError',
    'insertAdjacentHTML TypeError',
    'write TypeError',
    'scriptText TypeError',
    'scriptSource TypeError',
    'frameDocument TypeError',
    'anotherPolicy TypeError',
  ]);
});

test('markup that gets in runs nothing, loads nothing and sends nothing', async ({ page }) => {
  const refused = await refusals(page);
  await page.goto('/sign-in');
  // What the policy refuses never comes as far as the network.
  const asked: string[] = [];
  await page.route('https://evil.example/**', (route) => {
    asked.push(route.request().url());
    return route.fulfill({ body: '' });
  });
  await page.evaluate(() => {
    const add = (name: string, attributes: Record<string, string>) => {
      const element = document.createElement(name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      document.body.append(element);
      return element;
    };
    add('img', { src: 'https://evil.example/pixel.png' });
    add('iframe', { src: 'https://evil.example/' });
    add('audio', { src: 'https://evil.example/a.mp3' });
    add('link', { rel: 'stylesheet', href: 'https://evil.example/a.css' });
    add('base', { href: 'https://evil.example/' });
    const form = add('form', { action: 'https://evil.example/', method: 'post' }) as HTMLFormElement;
    form.submit();
    void fetch('https://evil.example/').catch(() => {});
  });
  await expect
    .poll(async () => new Set(await refused()))
    .toEqual(
      new Set([
        'img-src',
        'frame-src',
        'media-src',
        'style-src-elem',
        'base-uri',
        'form-action',
        'connect-src',
      ]),
    );
  expect(asked).toEqual([]);
  expect(new URL(page.url()).pathname).toBe('/sign-in');
});

test('pages with markup of ours are shown, going from one to the next, with nothing refused', async ({
  page,
}) => {
  const refused = await refusals(page);
  await signInAs(page, 'owner of PT Sinar Rejeki');
  await page.goto('/knowledge');
  const article = page
    .locator('main a[href^="/knowledge/"]:not([href*="/topics/"]):not([href*="/search"])')
    .first();
  await article.click();
  await expect(page.locator('.prose')).toBeVisible();
  await page.goBack();
  await expect(article).toBeVisible();
  await page.goForward();
  await expect(page.locator('.prose')).toBeVisible();
  expect(await refused()).toEqual([]);
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length))
    .toBe(1);
});

test('no other site can put a page of ours in a frame', async ({ page, baseURL }) => {
  await page.route('https://evil.example/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<iframe src="${baseURL}/sign-in"></iframe>` }),
  );
  await page.goto('https://evil.example/');
  await expect.poll(() => page.frames().length).toBe(2);
  await expect.poll(() => page.frames()[1]!.url()).toMatch(/^chrome-error:/);
});

test('signing out leaves nothing of somebody in the browser', async ({ page }) => {
  await signInAs(page, 'owner of PT Sinar Rejeki');
  // A page of ours would leave for /sign-in by itself, in the middle of what follows.
  await page.route('**/blank', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  await page.goto('/blank');
  await page.evaluate(() => {
    localStorage.setItem('kept', 'x');
    sessionStorage.setItem('kept', 'x');
  });
  await page.evaluate(() => fetch('/api/session', { method: 'DELETE' }));
  await page.goto('/sign-in');
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.getItem('kept')])).toEqual([0, null]);
  const back = await page.goto('/account/security');
  expect(new URL(back!.url()).pathname).toBe('/account/security');
  await expect(page.locator('body')).not.toContainText('Sinar Rejeki');
});

for (const next of ['//evil.example', '/%09/evil.example', 'javascript:alert(1)']) {
  test(`signing in leads nowhere else: ${next}`, async ({ page, baseURL }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`/sign-in?next=${next}`);
    const person = await page.context().newPage();
    const { email, password } = await signInAs(person, 'owner of PT Sinar Rejeki');
    await page.context().clearCookies();
    await person.close();
    await page.locator('input[type="email"]').fill(email);
    await page.locator('input[type="password"]').fill(password);
    await page.locator('main form button[type="submit"]').click();
    await page.waitForURL((url) => url.pathname.startsWith('/o/'));
    expect(page.url().startsWith(baseURL!)).toBe(true);
    expect(asked.filter((url) => !url.startsWith(baseURL!))).toEqual([]);
  });
}

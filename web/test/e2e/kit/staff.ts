import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { mailedLink } from './outbox.ts';

/** The signed-in administrator appoints a colleague who reads English; the page's browser then is that colleague's. */
export async function appointInEnglish(page: Page, role: string): Promise<void> {
  const email = `sam-${crypto.randomUUID().slice(0, 8)}@nusantaracloud.example`;
  const answer = await page.request.post('/api/console/staff', {
    data: { name: 'Sam Taylor', email, roles: [role], locale: 'en' },
    headers: { 'idempotency-key': crypto.randomUUID() },
  });
  expect(answer.ok()).toBe(true);
  const link = await mailedLink(page, email);
  await page.context().clearCookies();
  await page.goto(link);
  await page.getByLabel('New password').fill('kuda terbang malam');
  await page.getByRole('button', { name: /sign in/i }).click();
  await page.waitForURL((url) => url.pathname.startsWith('/console'));
}

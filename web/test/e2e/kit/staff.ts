import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { mailedLink } from './outbox.ts';

/** The signed-in administrator appoints a colleague who reads English. Resolves with the link that they are mailed. */
export async function appoint(page: Page, role: string): Promise<string> {
  const email = `sam-${crypto.randomUUID().slice(0, 8)}@nusantaracloud.example`;
  const answer = await page.request.post('/api/console/staff', {
    data: { name: 'Sam Taylor', email, roles: [role], locale: 'en' },
    headers: { 'idempotency-key': crypto.randomUUID() },
  });
  expect(answer.ok()).toBe(true);
  return mailedLink(page, email);
}

/** As `appoint`; the page's browser then is that colleague's, who has chosen a password. */
export async function appointInEnglish(page: Page, role: string): Promise<void> {
  const token = (await appoint(page, role)).split('#token=')[1];
  await page.context().clearCookies();
  const answer = await page.request.put('/api/password', { data: { token, password: 'kuda terbang malam' } });
  expect(answer.ok()).toBe(true);
}

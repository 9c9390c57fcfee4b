import { randomUUID } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import { expect } from '@playwright/test';

/** An organization of whoever is signed in, for a test alone: an organization has one connection to a provider, and tests run at once. */
export async function foundOrganization(request: APIRequestContext): Promise<{ id: string; slug: string }> {
  const answer = await request.post('/api/organizations', {
    headers: { 'idempotency-key': randomUUID() },
    data: { name: `Tan ${randomUUID().slice(0, 8)}`, country: 'SG', currency: 'USD' },
  });
  expect(answer.status()).toBe(201);
  return (await answer.json()) as { id: string; slug: string };
}

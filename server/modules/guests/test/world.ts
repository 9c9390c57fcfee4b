import { expect } from 'vitest';
import type { TestApp } from '../../../test/kit/app.ts';
import { mailedToken } from '../../../test/kit/mail.ts';

export const words = {
  name: 'Sari Dewi',
  subject: 'Apakah bisa pindah hosting?',
  text: 'Situs saya **dua**, dan saya ingin pindah.',
  kind: 'question',
  locale: 'id',
};

/** Writes without an account and returns the token that was mailed. */
export async function write(
  test: TestApp,
  email: string,
  over: Record<string, unknown> = {},
): Promise<string> {
  const answer = await test.stranger.post('/api/guest-messages', { ...words, email, ...over });
  expect(answer).toMatchObject({ status: 202, body: { sent: true } });
  return mailedToken(test, email);
}

export const ask = (test: TestApp, what: string, token: string, more: object = {}) =>
  test.stranger.post(`/api/guest-messages/${what}`, { token, ...more });

/** Writes and confirms; the ticket as staff find it, and the token of the link. */
export async function begin(test: TestApp, email: string, over: Record<string, unknown> = {}) {
  const token = await write(test, email, over);
  expect((await ask(test, 'confirm', token)).status).toBe(204);
  await test.settle();
  const { rows } = await test.app.pool.query<{ id: string; organization_id: string }>(
    `select t.id, t.organization_id from guests.guests g join support.tickets t on t.organization_id = g.organization_id
     where g.email = $1 and g.claimed_at is null order by t.number desc limit 1`,
    [email],
  );
  const { id, organization_id: organization } = rows[0]!;
  return { token, id, organization, console: `/api/console/tickets/${id}` };
}

export const mailsTo = (test: TestApp, address: string) =>
  test.ports.sent.filter(({ to }) => to.address === address);

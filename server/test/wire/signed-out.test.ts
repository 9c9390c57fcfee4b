import { expect, test } from 'vitest';
import { createTestApp } from '../kit/app.ts';
import { anonymous } from '../kit/client.ts';
import { servesEverything } from '../kit/pages.ts';
import { buildPerson } from '../kit/people.ts';
import { given, password } from '../../modules/identity/test/factors.ts';
import { hashPassword } from '../../modules/identity/passwords.ts';

// What somebody is told whose session is over, where they sign in again.

const app = await createTestApp(undefined, { extend: servesEverything });
const hashed = await hashPassword(password);

async function enter() {
  const person = await buildPerson(app);
  await given(app, person.id, hashed);
  const browser = anonymous(app.app);
  await browser.post('/api/session', { email: person.email, password });
  return { person, browser };
}
const words = {
  idle: 'nobody was here for a while',
  too_long: 'this sign-in had lasted long enough',
  ended: 'You were signed out here',
};

test.each<[keyof typeof words, (one: Awaited<ReturnType<typeof enter>>) => Promise<unknown>]>([
  ['idle', () => app.clock.advance({ days: 7 })],
  ['ended', ({ person }) => person.delete('/api/me/sessions')],
  [
    'too_long',
    async ({ browser }) => {
      for (let week = 0; week < 5; week++) {
        await app.clock.advance({ days: 6 });
        await browser.get('/api/me');
        await expect.poll(() => app.app.pool.totalCount - app.app.pool.idleCount).toBe(0);
      }
    },
  ],
])('the sign-in page says why: %s', async (over, happen) => {
  const one = await enter();
  await happen(one);
  expect((await one.browser.get('/api/me')).status).toBe(401);
  const page = await one.browser.get('/sign-in?next=%2Faccount%2Fsecurity&lang=en');
  expect(page.status).toBe(200);
  expect(page.text).toContain(words[over]);
  expect(page.headers['cache-control']).toMatch(/no-store/);
});

test('whoever signed out themselves, or never signed in, is told nothing', async () => {
  const { browser } = await enter();
  await browser.delete('/api/session');
  for (const who of [browser, app.stranger]) {
    const page = await who.get('/sign-in?lang=en');
    expect(page.text).toContain('Welcome back');
    for (const told of Object.values(words)) expect(page.text).not.toContain(told);
  }
});

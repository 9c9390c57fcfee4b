import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { anonymous } from '../../../test/kit/client.ts';
import { mailedToken } from '../../../test/kit/mail.ts';
import { hashPassword } from '../passwords.ts';
import { buildPerson } from '../../../test/kit/people.ts';

const app = await createTestApp();
const old = 'kuda terbang malam';
const ani = await buildPerson(app, { name: 'Ani Lestari', email: 'ani.lestari@sinarrejeki.example' });
const password_hash = await hashPassword(old);
await app.ctx.transact((tx) =>
  tx.db.updateTable('identity.people').set({ password_hash }).where('id', '=', ani.id).execute(),
);

test('changing it takes the current one', async () => {
  const next = 'gajah menari di hujan';
  const wrong = await ani.put('/api/me/password', { current: 'kuda terbang siang', password: next });
  expect(wrong).toMatchObject({ status: 422, body: { code: 'wrong_password' } });
  expect((await ani.put('/api/me/password', { password: next })).status).toBe(400);
  const signIn = (password: string) => app.stranger.post('/api/session', { email: ani.email, password });
  expect((await signIn(next)).status).toBe(401);
  expect((await anonymous(app.app).post('/api/session', { email: ani.email, password: old })).status).toBe(
    204,
  );
});

const change = (password: string) => ani.put('/api/me/password', { current: old, password });

test.each([
  ['many people use it', 'Password12345!', 'common'],
  ['it is the name', 'anilestari2026!', 'about_you'],
  ['it is the business', 'Clientarea-2026', 'about_you'],
  ['it is a pattern', 'xyxyxyxyxyxyxyxy', 'too_simple'],
  ['it is too short', 'kuda malam', 'too_small'],
  ['nobody checks so much', 'x'.repeat(257), 'too_big'],
])('a new password is refused when %s', async (_why, password, code) => {
  const refused = await change(password);
  expect(refused).toMatchObject({
    status: 400,
    body: { code: 'invalid_input', fields: [{ path: 'password', code }] },
  });
  expect(refused.text).not.toContain(password);
});

test('a refused one does not use up the link it came with', async () => {
  await app.stranger.post('/api/password-resets', { email: ani.email, locale: 'en' });
  const token = await mailedToken(app, ani.email);
  const browser = anonymous(app.app);
  expect(
    (await browser.put('/api/password', { token, password: 'lestarilestari1' })).body.fields[0].code,
  ).toBe('about_you');
  expect((await browser.put('/api/password', { token, password: old })).status).toBe(204);
  expect((await anonymous(app.app).put('/api/password', { token, password: old })).status).toBe(410);
});

test.each([
  ['a sentence with spaces', 'satu dua tiga empat lima'],
  ['any script', '密码很长而且没有人知道它是什么'],
  ['signs and pictures', '🐎🔋📎🧷🐢🎩🌵🥁🍋🛶🪁🧭'],
  ['as long as a page', 'kata sandi '.repeat(20) + 'akhir'],
  ['spaces around it, which count', '  kopi tubruk panas  '],
])('%s is taken as it is, and nothing of it is cut', async (_what, password) => {
  const person = await buildPerson(app);
  await app.ctx.transact((tx) =>
    tx.db.updateTable('identity.people').set({ password_hash }).where('id', '=', person.id).execute(),
  );
  expect((await person.put('/api/me/password', { current: old, password })).status).toBe(204);
  const signIn = (word: string) =>
    anonymous(app.app).post('/api/session', { email: person.email, password: word });
  expect((await signIn(password)).status).toBe(204);
  expect((await signIn(password.slice(0, -1))).status).toBe(401);
  expect((await signIn(password.toUpperCase() + 'x')).status).toBe(401);
});

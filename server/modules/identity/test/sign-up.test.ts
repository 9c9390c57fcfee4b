import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { anonymous } from '../../../test/kit/client.ts';
import { mailedToken } from '../../../test/kit/mail.ts';

const app = await createTestApp();

const ani = { name: 'Ani Lestari', email: 'Ani@Example.com', locale: 'id', timeZone: 'Asia/Jakarta' };

test('signing up mails a link, the link chooses the password, the password signs in', async () => {
  const browser = anonymous(app.app);
  expect((await browser.post('/api/people', ani)).status).toBe(202);
  const token = await mailedToken(app, ani.email);
  const chosen = await browser.put('/api/password', { token, password: 'kuda terbang malam' });
  expect(chosen.status).toBe(204);
  const session = await browser.get('/api/session');
  expect(session.body.person).toMatchObject({ name: 'Ani Lestari', email: 'ani@example.com', locale: 'id' });
  expect(session.body).toMatchObject({ staff: null, organizations: [] });

  const again = anonymous(app.app);
  expect(
    (await again.post('/api/session', { email: 'ani@example.com', password: 'kuda terbang malam' })).status,
  ).toBe(204);
  expect((await again.get('/api/me')).body.email).toBe('ani@example.com');
});

test('a link works once', async () => {
  const browser = anonymous(app.app);
  await browser.post('/api/people', { ...ani, email: 'once@example.com' });
  const token = await mailedToken(app, 'once@example.com');
  expect((await browser.put('/api/password', { token, password: 'correct horse battery' })).status).toBe(204);
  const second = await anonymous(app.app).put('/api/password', { token, password: 'another good password' });
  expect(second).toMatchObject({ status: 410, body: { code: 'link_used_up' } });
});

test('wrong password, unknown address and unfinished sign-up answer alike', async () => {
  await app.stranger.post('/api/people', { ...ani, email: 'unfinished@example.com' });
  const answers = await Promise.all(
    [
      { email: 'ani@example.com', password: 'wrong wrong wrong' },
      { email: 'nobody@example.com', password: 'wrong wrong wrong' },
      { email: 'unfinished@example.com', password: 'wrong wrong wrong' },
    ].map((body) => app.stranger.post('/api/session', body)),
  );
  for (const answer of answers)
    expect(answer).toMatchObject({ status: 401, body: { code: 'wrong_credentials' } });
});

test('bad input names its fields', async () => {
  const answer = await app.stranger.post('/api/people', {
    name: '',
    email: 'nope',
    locale: 'fr',
    timeZone: 'Mars',
  });
  expect(answer.status).toBe(400);
  expect(answer.headers['content-type']).toBe('application/problem+json');
  expect(answer.body.fields.map((field: { path: string }) => field.path).sort()).toEqual([
    'email',
    'locale',
    'name',
    'timeZone',
  ]);
});

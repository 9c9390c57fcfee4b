import { expect, test } from 'vitest';
import { createLog } from '../../app/log.ts';
import { createTestApp } from '../kit/app.ts';
import { anonymous } from '../kit/client.ts';
import { servesEverything } from '../kit/pages.ts';
import { buildPerson } from '../kit/people.ts';
import { buildWorld } from '../kit/world.ts';

// Logs are copied, searched and sent away by whoever runs this. So nothing in them may be a secret or about a person.

const lines: string[] = [];
const log = createLog('debug', { write: (line: string) => void lines.push(line) });
const app = await createTestApp(undefined, { log, httpLogger: log, extend: servesEverything });

const canary = {
  name: 'Kanari Rahasiawati',
  email: 'kanari.rahasia@example.com',
  password: 'sandi kanari terbang',
  wrong: 'sandi-yang-salah-sekali',
  search: 'cari kanari kuning',
};
const secrets = new Set<string>(Object.values(canary));

async function tokens(): Promise<string[]> {
  await app.settle();
  return app.ports.sent.flatMap(({ text }) =>
    [...text.matchAll(/#token=([\w-]{20,})/g)].map(([, token]) => token!),
  );
}

test('the whole main job of somebody leaves nothing of them in the log', { timeout: 120_000 }, async () => {
  const browser = anonymous(app.app);
  const { name, email, password } = canary;
  await browser.post('/api/people', { name, email, locale: 'en', timeZone: 'Asia/Jakarta' });
  const [token] = await tokens();
  secrets.add(token!);
  expect((await browser.put('/api/password', { token, password })).status).toBe(204);
  secrets.add(browser.cookie!.split('=')[1]!);
  await browser.delete('/api/session');
  expect((await browser.post('/api/session', { email, password: canary.wrong })).status).toBe(401);
  expect((await browser.post('/api/session', { email, password })).status).toBe(204);
  secrets.add(browser.cookie!.split('=')[1]!);
  await browser.post('/api/password-resets', { email, locale: 'en' });

  const guest = { name, email: `tamu.${email}`, subject: canary.search, text: canary.search, locale: 'id' };
  await browser.post('/api/guest-messages', guest);
  secrets.add(guest.email);
  const link = (await tokens()).at(-1)!;
  for (const what of ['open', 'confirm', 'reply', 'renew'])
    await browser.post(`/api/guest-messages/${what}`, { token: link, text: canary.search });

  const world = await buildWorld(app);
  const ours = await world.found({ name: `CV ${canary.name}` });
  secrets.add(ours.owner.email).add(ours.owner.cookie!.split('=')[1]!).add('4000056655665556');
  await ours.owner.get(ours.at(`/search?q=${encodeURIComponent(canary.search)}`));
  for (const path of [
    `/o/${ours.slug}`,
    '/store',
    `/knowledge/search?q=${encodeURIComponent(canary.search)}`,
  ])
    await app.app.http.inject({ url: path, headers: { cookie: ours.owner.cookie! } });
  // What goes wrong is told most about.
  await browser.patch('/api/me', 1, { name: canary.name.repeat(50) });
  await app.app.http.inject({ url: `/api/%zz?email=${email}` });
  await app.app.http.inject({
    method: 'POST',
    url: '/api/session',
    headers: { 'content-type': 'application/json' },
    payload: `{"email":"${email}`,
  });
  for (const secret of await tokens()) secrets.add(secret);

  expectNothingTold();
});

test('not even when the database complains with the values at hand', async () => {
  lines.length = 0;
  const { pool } = app.app;
  await pool.query(`create unique index one_name on identity.people (name) where name = '${canary.name}'`);
  const { email, name } = canary;
  expect((await (await buildPerson(app)).patch('/api/me', 1, { name })).status).toBe(500);
  await pool.query('drop index identity.one_name');
  log.error(
    { error: await pool.query('select $1::uuid', [email]).catch((error: unknown) => error) },
    'a broken id',
  );
  expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual([
    'a request failed unexpectedly',
    'a broken id',
  ]);
  expect(lines[0]).toContain('one_name');
  expectNothingTold();
});

function expectNothingTold(): void {
  const text = lines.join('\n');
  for (const secret of secrets) {
    for (const form of [
      secret,
      encodeURIComponent(secret),
      secret.toUpperCase(),
      Buffer.from(secret).toString('base64'),
    ])
      expect([secret, text.includes(form)]).toEqual([secret, false]);
  }
  expect(text).not.toMatch(/[\w.]+@example\.com/);
}

test('no address of the API takes a secret, a name or a mailbox where proxies and histories keep it', () => {
  // `uploads?name=`, `slip?name=` and `proof?name=` are names of files, and the code of a promotion is what its business advertises;
  // the link in a mail to unsubscribe is a key for just that, and has to work with one click.
  const known = [
    'POST /api/unsubscribe/:token token',
    'POST /api/organizations/:organization/uploads name',
    'POST /api/console/clients/:organization/uploads name',
    'POST /api/organizations/:organization/withholdings/:withholding/slip name',
    'POST /api/console/refunds/:refund/proof name',
    'GET /api/console/promotions/:promotion/redemptions code',
    'GET /api/organizations/:organization/activity name',
    'GET /api/console/audit name',
  ];
  const found = app.app.product.routes.flatMap((route) => {
    const query = route.query && 'shape' in route.query ? Object.keys(route.query.shape as object) : [];
    const params = [...route.path.matchAll(/:([a-z]+)/gi)].map(([, name]) => name!);
    return [...query, ...params]
      .filter(
        (name) =>
          /token|secret|password|code|mail$|phone|^name$|session|key$|otp|card/i.test(name) &&
          !['mail', 'receivedMail', 'session', 'key', 'apiKey'].includes(name),
      )
      .map((name) => `${route.method} ${route.path} ${name}`);
  });
  expect(found.toSorted()).toEqual(known.toSorted());
});

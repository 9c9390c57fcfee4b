import { expect, test } from 'vitest';
import { createTestApp } from '../../test/kit/app.ts';
import { buildPerson } from '../../test/kit/people.ts';

const app = await createTestApp();
const person = await buildPerson(app);

test('an edit without the version that was seen is refused', async () => {
  const blind = await app.app.http.inject({
    method: 'PATCH',
    url: '/api/me',
    headers: { cookie: person.cookie! },
    payload: { name: 'Blind' },
  });
  expect([blind.statusCode, blind.json<{ code: string }>().code]).toEqual([428, 'version_required']);
});

test('a version that is no version is bad input', async () => {
  const odd = await app.app.http.inject({
    method: 'PATCH',
    url: '/api/me',
    headers: { cookie: person.cookie!, 'if-match': 'W/"abc"' },
    payload: { name: 'Odd' },
  });
  expect([odd.statusCode, odd.json<{ code: string }>().code]).toEqual([400, 'invalid_input']);
});

test('the version of the answer is its ETag, and an edit with it goes through once', async () => {
  const { body, headers } = await person.get('/api/me');
  expect(headers.etag).toBe(`"${body.version}"`);
  const edited = await person.patch('/api/me', body.version, { name: 'First' });
  expect(edited).toMatchObject({ status: 200, body: { name: 'First', version: body.version + 1 } });
  expect(edited.headers.etag).toBe(`"${body.version + 1}"`);
  const late = await person.patch('/api/me', body.version, { name: 'Second' });
  expect(late).toMatchObject({ status: 412, body: { code: 'changed_meanwhile' } });
  expect((await person.get('/api/me')).body.name).toBe('First');
});

test('of many edits of one version at the same time one wins', async () => {
  const { version } = (await person.get('/api/me')).body;
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, n) => person.patch('/api/me', version, { name: `Racer ${n}` })),
  );
  const won = answers.filter(({ status }) => status === 200);
  const lost = answers.filter(({ status }) => status === 412);
  expect([won.length, lost.length]).toEqual([1, 7]);
});

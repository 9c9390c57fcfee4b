import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { servesEverything } from '../../../test/kit/pages.ts';
import { buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { factsOf } from '../../support/test/world.ts';
import { askedOf, closedTicket, pass, setRules, tokenOf } from './world.ts';

const app = await createTestApp(undefined, { extend: servesEverything });
const agent = await buildStaff(app, 'support');
const administrator = await buildStaff(app, 'administrator');
const open = '/api/ratings/open';
const answer = '/api/ratings/answer';

async function asked() {
  const of = await buildOrganization(app);
  const ticket = await closedTicket(app, { of, by: of.owner, agent });
  await pass(app, { hours: 2 });
  return { of, ticket, token: await tokenOf(app, of.owner) };
}
const ratingOf = async (ticket: { console: string }) =>
  (await agent.get(`${ticket.console}/rating`)).body.rating;

test('following the links records nothing; answering does, once however often it is sent', async () => {
  const { ticket, token, of } = await asked();
  for (const url of [`/rating?score=1`, `/rating?token=${token}&score=1`]) {
    const page = await app.app.http.inject({ url });
    expect(page.statusCode).toBe(200);
  }
  expect((await app.stranger.post(open, { token })).body).toMatchObject({
    state: 'open',
    score: null,
    ticket: { number: ticket.number },
  });
  expect(await ratingOf(ticket)).toBeNull();

  const answers = await Promise.all([1, 2, 3].map(() => app.stranger.post(answer, { token, score: 4 })));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await ratingOf(ticket)).toMatchObject({ score: 4, comment: null, agent: { id: agent.id } });
  const given = (await factsOf(app, ticket.id)).filter(({ name }) => name === 'feedback.rating-given');
  expect(given).toHaveLength(1);
  await pass(app, { days: 4 });
  expect(await askedOf(app, of.owner.id)).not.toContain('feedback.remind-of-rating');
});

test('words are added later, and all can be changed for a week', async () => {
  const { ticket, token } = await asked();
  await app.stranger.post(answer, { token, score: 4 });
  await app.stranger.post(answer, { token, score: 4, comment: '  Cepat!  ' });
  expect(await ratingOf(ticket)).toMatchObject({ score: 4, comment: 'Cepat!' });
  await app.clock.advance({ days: 6 });
  // Another score leaves the words alone; empty words take them back.
  await app.stranger.post(answer, { token, score: 5 });
  expect(await ratingOf(ticket)).toMatchObject({ score: 5, comment: 'Cepat!' });
  expect((await app.stranger.post(answer, { token, score: 5, comment: '' })).body).toMatchObject({
    state: 'given',
    comment: null,
  });
  await app.clock.advance({ days: 1 });
  expect((await app.stranger.post(open, { token })).body).toMatchObject({ state: 'final', score: 5 });
  const late = await app.stranger.post(answer, { token, score: 1 });
  expect([late.status, late.body.code]).toEqual([409, 'rating_final']);
  expect(await ratingOf(ticket)).toMatchObject({ score: 5 });
});

test('the link of the reminder works like the first one', async () => {
  const { of, ticket, token } = await asked();
  await pass(app, { days: 3 });
  const second = await tokenOf(app, of.owner);
  expect(second).not.toBe(token);
  expect((await app.stranger.post(answer, { token: second, score: 3 })).status).toBe(200);
  expect((await app.stranger.post(answer, { token, score: 5 })).status).toBe(200);
  expect(await ratingOf(ticket)).toMatchObject({ score: 5 });
});

test('what nobody made, is too old, or is no score is refused, each in its own way', async () => {
  const { token } = await asked();
  for (const body of [{ token: 'garbage' }, { token: '' }, {}]) {
    const answered = await app.stranger.post(open, body);
    expect([answered.status, answered.body.code]).toEqual([404, 'unknown_rating']);
    expect((await app.stranger.post(answer, { ...body, score: 3 })).status).toBe(404);
  }
  for (const score of [0, 6, 2.5, '4', null])
    expect((await app.stranger.post(answer, { token, score })).status).toBe(400);
  await app.clock.advance({ days: 30 });
  const late = await app.stranger.post(answer, { token, score: 3 });
  expect([late.status, late.body.code]).toEqual([410, 'rating_expired']);
  expect((await app.stranger.post(open, { token })).body.code).toBe('rating_expired');
});

test('who is signed in answers by the notice; nobody else does, and no client sees the list', async () => {
  const { of, ticket } = await asked();
  const { items } = (await of.owner.get('/api/me/notices')).body;
  const [, rating] = /ask=([\w-]+)/.exec(JSON.stringify(items))!;
  const other = await buildOrganization(app);
  for (const who of [app.stranger, other.owner, agent]) {
    expect((await who.post(open, { rating })).status).toBe(404);
    expect((await who.post(answer, { rating, score: 1 })).status).toBe(404);
  }
  expect((await of.owner.post(answer, { rating, score: 5, comment: 'Mantap' })).status).toBe(200);
  expect(await ratingOf(ticket)).toMatchObject({ score: 5, comment: 'Mantap' });
  for (const path of ['/api/console/ratings', '/api/console/ratings/report', `${ticket.console}/rating`]) {
    expect((await of.owner.get(path)).status).toBe(404);
    expect((await app.stranger.get(path)).status).toBe(401);
  }
});

test('without script the page takes the answer as a form', async () => {
  const { ticket, token } = await asked();
  const send = (fields: Record<string, string>) =>
    app.app.http.inject({
      method: 'POST',
      url: '/rating',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    });
  expect((await send({ token, score: '2', comment: 'Lama' })).statusCode).toBe(200);
  expect(await ratingOf(ticket)).toMatchObject({ score: 2, comment: 'Lama' });
  expect((await send({ token: 'garbage', score: '2', comment: '' })).statusCode).toBe(404);
});

test('comments go after the months that were set, scores stay', async () => {
  const { ticket, token } = await asked();
  await app.stranger.post(answer, { token, score: 5, comment: 'Terima kasih' });
  await setRules(administrator, { commentMonths: 1 });
  await app.clock.advance({ days: 27 });
  await app.sweep('feedback.forget-comments');
  expect(await ratingOf(ticket)).toMatchObject({ comment: 'Terima kasih' });
  await app.clock.advance({ days: 5 });
  await app.sweep('feedback.forget-comments');
  expect(await ratingOf(ticket)).toMatchObject({ score: 5, comment: null });
  await setRules(administrator, { commentMonths: 24 });
});

import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { toldTo } from '../../support/test/world.ts';
import { closedTicket, pass, tokenOf } from './world.ts';

const app = await createTestApp();
const agent = await buildStaff(app, 'support');
const second = await buildStaff(app, 'support');
const operations = await buildStaff(app, 'operations');
const list = '/api/console/ratings';

async function rated(score: number, comment?: string) {
  const of = await buildOrganization(app);
  const ticket = await closedTicket(app, { of, by: of.owner, agent });
  await pass(app, { hours: 2 });
  const token = await tokenOf(app, of.owner);
  const answer = await app.stranger.post('/api/ratings/answer', { token, score, comment });
  expect(answer.status, answer.text).toBe(200);
  return { of, ticket, token };
}
const lowTo = async (person: string) =>
  (await toldTo(app, person)).filter(({ kind }) => kind === 'feedback.low-rating');
const notesOf = async (ticket: { console: string }) =>
  (await agent.get(ticket.console)).body.conversation.items.filter(
    ({ internal }: { internal: boolean }) => internal,
  );
const itemOf = async (ticket: { id: string }, query = '') =>
  (await agent.get(`${list}${query}`)).body.items.find(
    (item: { ticket: { id: string } }) => item.ticket.id === ticket.id,
  );

test('a low rating is a note and word to the assignee, once, after the minutes for second thoughts', async () => {
  const before = (await lowTo(agent.id)).length;
  const { of, ticket, token } = await rated(2, 'Jawabannya\nlambat');
  await pass(app, { minutes: 9 });
  expect(await notesOf(ticket)).toEqual([]);
  await pass(app, { minutes: 1 });
  await pass(app, { minutes: 10 });
  await app.stranger.post('/api/ratings/answer', { token, score: 1 });
  await pass(app, { minutes: 20 });
  const notes = await notesOf(ticket);
  expect(notes).toHaveLength(1);
  expect(JSON.stringify(notes[0])).toContain('★★☆☆☆ 2/5');
  expect(await lowTo(agent.id)).toHaveLength(before + 1);
  expect(await lowTo(second.id)).toHaveLength(0);
  // The client reads nothing of it, and the ticket stays closed.
  const own = (await of.owner.get(ticket.at)).body;
  expect(own.status).toBe('closed');
  expect(JSON.stringify(own)).not.toContain('★');
  expect(await itemOf(ticket, '?followUp=waiting')).toMatchObject({ score: 1, followUp: { state: 'open' } });
});

test('a good rating, and a slip that was mended at once, open nothing', async () => {
  const { ticket } = await rated(3);
  const slip = await rated(1);
  await app.stranger.post('/api/ratings/answer', { token: slip.token, score: 5 });
  await pass(app, { hours: 1 });
  for (const one of [ticket, slip.ticket]) {
    expect(await notesOf(one)).toEqual([]);
    expect((await itemOf(one)).followUp).toBeNull();
  }
});

test('one of the staff takes it and says what was done; others see who', async () => {
  const { ticket } = await rated(1);
  await pass(app, { hours: 1 });
  const { id } = await itemOf(ticket, '?followUp=open');
  expect((await operations.post(`${list}/${id}/take`, {})).status).toBe(404);
  expect((await agent.post(`${list}/${id}/take`, {})).status).toBe(204);
  expect((await agent.post(`${list}/${id}/take`, {})).status).toBe(204);
  const refused = await second.post(`${list}/${id}/take`, {});
  expect([refused.status, refused.body.code]).toEqual([409, 'follow_up_not_open']);
  expect(await itemOf(ticket, '?followUp=taken')).toMatchObject({
    followUp: { state: 'taken', takenBy: { id: agent.id } },
  });
  expect((await second.post(`${list}/${id}/finish`, { outcome: ' ' })).status).toBe(400);
  expect((await second.post(`${list}/${id}/finish`, { outcome: 'Sudah ditelepon.' })).status).toBe(204);
  expect((await agent.post(`${list}/${id}/finish`, { outcome: 'Lagi' })).status).toBe(409);
  expect(await itemOf(ticket, '?followUp=done')).toMatchObject({
    followUp: { state: 'done', outcome: 'Sudah ditelepon.' },
  });
  expect(await itemOf(ticket, '?followUp=waiting')).toBeUndefined();
});

test('the list pages, filters and searches; the report counts by month, queue and agent', async () => {
  const { ticket } = await rated(5, 'Ramah sekali');
  await pass(app, { hours: 1 });
  const found = async (query: string) =>
    (await agent.get(`${list}?${query}`)).body.items.map(
      (item: { ticket: { id: string } }) => item.ticket.id,
    );
  expect(await found('q=ramah%20SEKALI')).toEqual([ticket.id]);
  expect(await found(`q=%23${ticket.number}`)).toEqual([ticket.id]);
  expect(await found('score=5')).toContain(ticket.id);
  expect(await found('score=4')).not.toContain(ticket.id);
  expect(await found('queue=billing')).toEqual([]);
  expect(await found(`agent=${agent.id}&score=5`)).toContain(ticket.id);
  const { items, next } = (await agent.get(`${list}?limit=1`)).body;
  expect(items[0].ticket.id).toBe(ticket.id);
  expect(await found(`limit=1&after=${next}`)).not.toEqual([ticket.id]);

  const report = async (by: string) => (await operations.get(`${list}/report?by=${by}`)).body;
  const { all, items: months } = await report('month');
  expect(all.answered).toBe(months.reduce((sum: number, one: { answered: number }) => sum + one.answered, 0));
  expect(all.asked).toBeGreaterThanOrEqual(all.answered);
  expect(months[0].key).toBe('2026-03');
  expect((await report('queue')).items).toMatchObject([
    { key: 'general', titles: { en: 'General questions' } },
  ]);
  expect((await report('agent')).items).toMatchObject([{ key: agent.id }]);
});

import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { buildActiveService } from '../../services/test/build.ts';
import { factsOf, openTicket, policyOf, wholeWeek } from './world.ts';

const app = await createTestApp();
const acme = await buildOrganization(app, { name: 'Acme' });
const agent = await buildStaff(app, 'support');
const operator = await buildStaff(app, 'operations');
const administrator = await buildStaff(app, 'administrator');
const bookkeeper = await buildStaff(app, 'finance');

const base = '/api/console/service-levels';
const url = `${base}/credits`;
const calendar = (
  await administrator.post(`${base}/calendars`, {
    name: 'Around the clock',
    zone: 'Asia/Jakarta',
    week: wholeWeek,
    holidays: [],
  })
).body.id as string;
const policy = policyOf(
  calendar,
  { first: 60, resolution: 120 },
  { pauses: ['waiting_customer'], credit: { percent: 10, goals: ['first', 'resolution'] } },
);
const { id: policyId } = (await administrator.post(`${base}/policies`, policy)).body as { id: string };
const service = await buildActiveService(app, acme, { recurring: 120_050n });
const late = () => openTicket(acme, acme.owner, { serviceId: service });
const listed = async (state?: string) =>
  (await bookkeeper.get(state ? `${url}?state=${state}` : url)).body.items as {
    id: string;
    state: string;
    ticket: { id: string };
    amount: { amount: number };
  }[];
const draftOf = async (ticket: string) => (await listed()).find((one) => one.ticket.id === ticket)!;
async function miss(minutes = 61) {
  await app.clock.advance({ minutes });
  await app.sweep('support.watch-clocks');
}

test('a missed promise drafts its part of a month’s price once, whatever else is missed', async () => {
  const [about, plain] = [await late(), await openTicket(acme, acme.owner)];
  await miss();
  await miss();
  expect(await listed('drafted')).toMatchObject([
    {
      goal: 'first',
      client: { id: acme.id, name: 'Acme' },
      ticket: { id: about.id },
      service: { id: service },
      policy: { id: policyId },
      month: { amount: 120_050, currency: 'IDR' },
      percent: 10,
      amount: { amount: 12_005, currency: 'IDR' },
      decidedBy: null,
    },
  ]);
  expect((await factsOf(app, plain.id)).map(({ name }) => name)).not.toContain('support.credit-drafted');
});

test('what was answered in time, or is promised without credit, owes nothing', async () => {
  const before = (await listed()).length;
  const answered = await late();
  await agent.post(`${answered.console}/messages`, { text: 'Selesai.', status: 'resolved' });
  await miss();
  const version = 1;
  expect(
    (await administrator.put(`${base}/policies/${policyId}`, { ...policy, credit: null }, { version }))
      .status,
  ).toBe(204);
  await late();
  await miss();
  expect((await listed()).length).toBe(before);
  await administrator.put(`${base}/policies/${policyId}`, policy, { version: 2 });
});

test('who may gives it once, as credit that the client reads of; it is decided once', async () => {
  const ticket = await late();
  await miss();
  const draft = await draftOf(ticket.id);
  const reason = 'Maaf, kami terlambat menjawab.';
  const give = (amount = 12_005) => bookkeeper.post(`${url}/${draft.id}/give`, { amount, reason });
  expect((await bookkeeper.post(`${url}/${draft.id}/give`, { amount: 0, reason })).status).toBe(400);
  expect((await bookkeeper.post(`${url}/${draft.id}/give`, { amount: 5, reason: ' ' })).status).toBe(400);
  expect((await give(1e13)).body.code).toBe('goodwill_limit');
  expect((await draftOf(ticket.id)).state).toBe('drafted');
  const answers = await Promise.all([give(), give(), give()]);
  expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([204, 409, 409]);
  expect(answers.find(({ status }) => status === 409)!.body.code).toBe('credit_decided');
  expect(await draftOf(ticket.id)).toMatchObject({
    state: 'given',
    reason,
    decidedBy: { id: bookkeeper.id },
  });
  const { rows } = await app.app.pool.query(
    `select source, amount, reason from billing.credit_lots where organization_id = $1`,
    [acme.id],
  );
  expect(rows).toEqual([{ source: 'goodwill', amount: 12_005n, reason }]);
});

test('nothing is given with a word why, and some may only read or not even that', async () => {
  const ticket = await late();
  await miss();
  const { id } = await draftOf(ticket.id);
  const why = { reason: 'Gangguan di pihak klien.' };
  expect((await operator.get(url)).status).toBe(404);
  expect((await acme.owner.get(url)).status).toBe(404);
  expect((await agent.get(url)).status).toBe(200);
  expect((await agent.post(`${url}/${id}/dismiss`, why)).status).toBe(404);
  expect((await bookkeeper.post(`${url}/${id}/dismiss`, why)).status).toBe(204);
  expect((await bookkeeper.post(`${url}/${id}/give`, { amount: 5, ...why })).body.code).toBe(
    'credit_decided',
  );
  expect((await bookkeeper.post(`${url}/${crypto.randomUUID()}/dismiss`, why)).status).toBe(404);
  expect((await draftOf(ticket.id)).state).toBe('dismissed');
});

import { expect, test } from 'vitest';
import type { Id } from '../../../kernel/values/ids.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { expectSound, issue } from '../../payments/test/world.ts';
import type { Contests } from '../contest-contract.ts';

const app = await createTestApp();
const finance = await buildStaff(app, 'finance');
const support = await buildStaff(app, 'support');
const ours = await buildOrganization(app);
const desk = '/api/console/contests';
const said = { reason: 'wrong_amount', positions: [1], message: 'We agreed on half of it.' };

async function invoiced() {
  const invoice = await issue(app, ours);
  return { invoice, url: ours.at(`/invoices/${invoice}/contests`) };
}
const state = async (invoice: string) =>
  (await finance.get(`/api/console/invoices/${invoice}`)).body as {
    collection: string;
    balance: { amount: number };
    isDisputed: boolean;
  };
async function waiting(invoice: Id<'invoice'>) {
  const { items } = (await finance.get(`${desk}?state=open&invoice=${invoice}`)).body;
  return items[0];
}
async function toldTo(person: string): Promise<string[]> {
  await app.settle();
  const { rows } = await app.app.pool.query<{ kind: string }>(
    'select kind from kernel.messages where person_id = $1 order by id',
    [person],
  );
  return rows.map(({ kind }) => kind);
}

test('a client contests an invoice, nobody is chased, and staff take a part of it back', async () => {
  const { invoice, url } = await invoiced();
  const made = await ours.owner.post<Contests>(url, said);
  expect(made).toMatchObject({
    status: 201,
    body: {
      items: [{ state: 'open', lines: [{ en: 'Consulting' }], message: said.message }],
      can: { contest: { no: 'contested_already' }, withdraw: true },
    },
  });
  expect(await state(invoice)).toMatchObject({ collection: 'disputed', isDisputed: true });
  expect((await ours.owner.get(ours.at(`/invoices/${invoice}`))).body).toMatchObject({ isContested: true });
  expect((await ours.owner.get(ours.at('/invoices'))).body.items[0]).toMatchObject({ isDisputed: true });
  expect(await toldTo(finance.id)).toContain('billing.contest-opened-for-staff');
  const { id, client, openedBy } = await waiting(invoice);
  expect([client.id, openedBy.id]).toEqual([ours.id, ours.owner.id]);
  const answer = { answer: 'You are right: half of it.', lines: [{ position: 1, net: 125_000 }] };
  expect((await finance.post(`${desk}/${id}/uphold`, answer)).status).toBe(204);
  expect((await finance.post(`${desk}/${id}/uphold`, answer)).body).toMatchObject({ code: 'wrong_state' });
  expect(await state(invoice)).toMatchObject({ collection: 'none', balance: { amount: 125_000 } });
  expect((await ours.owner.get<Contests>(url)).body.items).toMatchObject([
    { state: 'upheld', answer: answer.answer, creditNote: { id: expect.any(String) } },
  ]);
  expect(await toldTo(ours.owner.id)).toContain('billing.contest-answered');
  await expectSound(app);
});

test('staff say why not, the client agrees after all, and the limits hold', async () => {
  const { invoice, url } = await invoiced();
  await ours.owner.post(url, said);
  const { id } = await waiting(invoice);
  expect((await finance.post(`${desk}/${id}/reject`, { answer: '' })).status).toBe(400);
  expect((await finance.post(`${desk}/${id}/reject`, { answer: 'It is as agreed.' })).status).toBe(204);
  expect(await state(invoice)).toMatchObject({ collection: 'none', balance: { amount: 250_000 } });
  await ours.owner.post(url, { ...said, positions: [] });
  expect((await ours.owner.post<Contests>(`${url}/withdraw`, {})).body.items[0]).toMatchObject({
    state: 'withdrawn',
  });
  expect(await state(invoice)).toMatchObject({ isDisputed: false });
  expect((await ours.owner.post(`${url}/withdraw`, {})).body).toMatchObject({ code: 'wrong_state' });
  expect((await ours.owner.post(url, said)).body).toMatchObject({
    code: 'contest_refused',
    facts: { reason: 'contested_too_often' },
  });
  const other = await invoiced();
  expect((await ours.owner.post(other.url, { ...said, positions: [2] })).body).toMatchObject({
    code: 'no_such_line',
  });
});

test('collection waits as long as is set, and no longer', async () => {
  const stranger = await buildOrganization(app);
  const invoice = await issue(app, stranger);
  const url = stranger.at(`/invoices/${invoice}/contests`);
  await stranger.owner.post(url, said);
  await app.clock.advance({ days: 13 });
  await app.sweep('billing.find-old-contests');
  await app.settle();
  expect(await state(invoice)).toMatchObject({ collection: 'disputed' });
  await app.clock.advance({ days: 1 });
  await app.sweep('billing.find-old-contests');
  await app.settle();
  expect(await state(invoice)).toMatchObject({ collection: 'none' });
  expect((await waiting(invoice)).holdsUntil).toBeNull();
  expect(await toldTo(finance.id)).toContain('billing.contest-rests');
});

test('only who looks after the money contests, and only staff with the right decide', async () => {
  const { invoice, url } = await invoiced();
  const technical = await buildMember(app, ours, 'technical');
  const stranger = await buildOrganization(app);
  for (const who of [technical, stranger.owner]) expect((await who.post(url, said)).status).toBe(404);
  await ours.owner.post(url, said);
  const { id } = await waiting(invoice);
  expect((await support.post(`${desk}/${id}/reject`, { answer: 'No' })).status).toBe(404);
  expect((await ours.owner.post(`${desk}/${id}/reject`, { answer: 'No' })).status).toBe(404);
});

import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import type { PaymentOptions } from '../contract.ts';
import { expectSound, factsOf, issue, owedOn, pay } from './world.ts';

const app = await createTestApp();
const finance = await buildStaff(app, 'finance');

const report = {
  amount: 250_000,
  paidOn: '2026-03-02',
  bank: 'BCA',
  sender: 'CV Contoh Jaya',
  proof: 'TRX 8812',
};
const waiting = async (client: string) =>
  (await finance.get(`/api/console/transfers?state=reported&client=${client}`)).body.items;

test('a reported transfer holds the invoice until staff have found the money', async () => {
  const ours = await buildOrganization(app);
  const invoice = await issue(app, ours);
  const reported = await ours.owner.post(ours.at(`/invoices/${invoice}/transfers`), report);
  expect(reported).toMatchObject({
    status: 201,
    body: {
      invoice: { status: 'pending' },
      transfer: { state: 'reported', amount: { amount: 250_000 }, bank: 'BCA', received: null },
      can: { pay: { no: 'payment_pending' }, reportTransfer: { no: 'payment_pending' } },
    },
  });
  expect((await pay(ours, invoice, 'qris')).body).toMatchObject({ code: 'payment_pending' });
  const again = await ours.owner.post(ours.at(`/invoices/${invoice}/transfers`), report);
  expect(again).toMatchObject({ status: 409, body: { code: 'payment_pending' } });

  const [item] = await waiting(ours.id);
  expect(item).toMatchObject({
    client: { id: ours.id },
    sender: 'CV Contoh Jaya',
    reportedBy: { id: ours.owner.id },
  });
  const approve = (body: object) => finance.post(`/api/console/transfers/${item.id}/approve`, body);
  expect((await approve({ amount: 249_000, receivedOn: '2026-03-03' })).body).toMatchObject({
    code: 'paid_in_future',
  });
  expect((await approve({ amount: 249_000, receivedOn: '2026-03-01' })).status).toBe(204);
  expect((await approve({ amount: 249_000, receivedOn: '2026-03-01' })).body).toMatchObject({
    code: 'already_resolved',
  });
  expect(await owedOn(app, ours, invoice)).toBe(1_000n);
  const options = await ours.owner.get<PaymentOptions>(ours.at(`/invoices/${invoice}/payment-options`));
  expect(options.body).toMatchObject({
    invoice: { status: 'due', balance: { amount: 1_000 } },
    transfer: { state: 'approved', received: { amount: { amount: 249_000 }, on: '2026-03-01' } },
    can: { pay: true },
  });
  const { items } = (await finance.get(`/api/console/payments?client=${ours.id}&cause=transfer`)).body;
  expect(items).toMatchObject([
    { amount: { amount: 249_000 }, gateway: 'bank', paidWith: 'Bank transfer · BCA' },
  ]);
  expect(await factsOf(app, ours)).toEqual(['transfer-reported', 'payment-succeeded', 'transfer-approved']);
  await expectSound(app);
});

test('a transfer that is not found is rejected with a reason, and its payers are told', async () => {
  const ours = await buildOrganization(app);
  const invoice = await issue(app, ours);
  await ours.owner.post(ours.at(`/invoices/${invoice}/transfers`), report);
  const [item] = await waiting(ours.id);
  const reject = (body: object) => finance.post(`/api/console/transfers/${item.id}/reject`, body);
  expect((await reject({})).status).toBe(400);
  expect((await reject({ reason: 'Nothing arrived under this name' })).status).toBe(204);
  await app.settle();
  const mail = app.ports.sent.filter(({ to }) => to.address === ours.owner.email).at(-1)!;
  expect(mail.subject).toBe('We could not confirm your transfer of Rp250,000');
  expect(mail.text).toContain('Nothing arrived under this name');
  expect(mail.text).toContain(`/o/${ours.slug}/invoices/${invoice}/pay`);
  expect((await pay(ours, invoice, 'qris')).status).toBe(201);
  await expectSound(app);
});

test('a report is withdrawn by those who may pay, until it is decided', async () => {
  const ours = await buildOrganization(app);
  const theirs = await buildOrganization(app);
  const invoice = await issue(app, ours);
  const { body } = await ours.owner.post(ours.at(`/invoices/${invoice}/transfers`), report);
  const withdraw = (who: typeof ours.owner, at: (path: string) => string) =>
    who.post(at(`/transfers/${body.transfer.id}/withdraw`));
  expect((await withdraw(theirs.owner, theirs.at)).status).toBe(404);
  expect((await withdraw(await buildMember(app, ours, 'technical'), ours.at)).status).toBe(404);
  expect((await withdraw(ours.owner, ours.at)).status).toBe(204);
  expect((await withdraw(ours.owner, ours.at)).status).toBe(404);
  expect(await waiting(ours.id)).toEqual([]);
  expect((await ours.owner.post(ours.at(`/invoices/${invoice}/transfers`), report)).status).toBe(201);
});

test('nonsense is refused, and so are those who may not', async () => {
  const ours = await buildOrganization(app);
  const theirs = await buildOrganization(app);
  const invoice = await issue(app, ours);
  const send = (over: object, who = ours) =>
    who.owner.post(who.at(`/invoices/${invoice}/transfers`), { ...report, ...over });
  for (const over of [
    { amount: 0 },
    { amount: 1.5 },
    { paidOn: '2026-02-30' },
    { bank: '' },
    { sender: 'a\u0000b' },
    { iban: 'x' },
  ])
    expect((await send(over)).status).toBe(400);
  expect((await send({ paidOn: '2026-03-03' })).body).toMatchObject({ code: 'paid_in_future' });
  expect((await send({}, theirs)).status).toBe(404);
  const member = await buildMember(app, ours, 'member');
  expect((await member.post(ours.at(`/invoices/${invoice}/transfers`), report)).status).toBe(404);
  await send({});
  const [item] = await waiting(ours.id);
  const support = await buildStaff(app, 'support');
  expect((await support.get('/api/console/transfers')).status).toBe(200);
  expect(
    (await support.post(`/api/console/transfers/${item.id}/approve`, { amount: 1, receivedOn: '2026-03-02' }))
      .status,
  ).toBe(404);
});

test('staff record money that came by other ways; what is too much becomes credit', async () => {
  const ours = await buildOrganization(app);
  const invoice = await issue(app, ours);
  const body = {
    invoice,
    amount: 300_000,
    method: 'Cash at the counter',
    receivedOn: '2026-03-01',
    note: 'Receipt book 12',
  };
  const operations = await buildStaff(app, 'operations');
  expect((await operations.post('/api/console/payments', body)).status).toBe(404);
  expect((await finance.post('/api/console/payments', { ...body, receivedOn: '2026-03-09' })).body.code).toBe(
    'paid_in_future',
  );
  const key = 'record-this-once';
  const recorded = await finance.post('/api/console/payments', body, { key });
  expect((await finance.post('/api/console/payments', body, { key })).body.id).toBe(recorded.body.id);
  expect((await finance.post('/api/console/payments', body)).body.code).toBe('already_paid');
  expect(recorded).toMatchObject({
    status: 201,
    body: {
      cause: 'staff',
      paidWith: 'Cash at the counter',
      note: 'Receipt book 12',
      recordedBy: { id: finance.id },
      receivedAt: '2026-03-01T05:00:00+00:00',
      can: { refundThere: { no: 'not_by_gateway' }, takeBack: true },
    },
  });
  expect(await owedOn(app, ours, invoice)).toBe(0n);
  await expectSound(app);

  const wrong = await finance.post(`/api/console/payments/${recorded.body.id}/take-back`, {
    reason: 'Booked for the wrong client',
  });
  expect(wrong).toMatchObject({
    status: 200,
    body: { takenBackWhy: 'Booked for the wrong client', can: { takeBack: { no: 'taken_back' } } },
  });
  expect(await owedOn(app, ours, invoice)).toBe(250_000n);
  await expectSound(app);
});

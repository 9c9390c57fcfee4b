import { expect, test } from 'vitest';
import type { Id } from '../../../kernel/values/ids.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';
import type { AutomaticCharge, AutomaticPayment, InvoiceCharge } from '../automatic-contract.ts';
import type { MethodList } from '../contract.ts';
import { count, deliver, expectSound, factsOf, issue, owedOn, pay, pageOf, payByCard } from './world.ts';

const app = await createTestApp();
const { sandbox } = app.ports;
const finance = await buildStaff(app, 'finance');

const methodsOf = async ({ at, owner }: TestOrganization) =>
  (await owner.get<MethodList>(at('/payment-methods'))).body.items;

async function save(ours: TestOrganization, ...cards: string[]): Promise<string[]> {
  for (const card of cards) {
    const { body } = await ours.owner.post(ours.at('/payment-methods'), {
      gateway: 'sandbox',
      method: 'card',
    });
    await payByCard(app, body, card);
    await deliver(app);
  }
  return (await methodsOf(ours)).map(({ id }) => id);
}

/** Issues a renewal and lets the minute pass after which it is charged. */
async function renew(ours: TestOrganization): Promise<Id<'invoice'>> {
  const invoice = await issue(app, ours, { kind: 'renewal' });
  await app.clock.advance({ minutes: 1 });
  await app.settle();
  return invoice;
}

const planOf = async ({ at, owner }: TestOrganization, invoice: string) =>
  (await owner.get<InvoiceCharge>(at(`/invoices/${invoice}/automatic-payment`))).body;

/** Waits for the planned try, and lets it happen. Returns its hour and weekday where the client is. */
async function untilNextTry(ours: TestOrganization, invoice: string): Promise<string> {
  const { nextAt } = await planOf(ours, invoice);
  const at = new Date(nextAt!);
  await app.clock.advance({ seconds: (at.getTime() - app.clock.now().getTime()) / 1000 });
  await app.sweep('payments.charge-what-is-due');
  return new Intl.DateTimeFormat('en', {
    timeZone: 'Asia/Jakarta',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

const tried = ({ tries }: InvoiceCharge) =>
  tries.map(({ paidWith, status, class: declined }) => [paidWith, declined ?? status]).reverse();
const mails = ({ owner }: TestOrganization) =>
  app.ports.sent.filter(({ to }) => to.address === owner.email).map(({ subject }) => subject);
const failed = (ours: TestOrganization) =>
  mails(ours).filter((subject) => subject.includes('did not go through'));

test('a renewal is tried in rounds, on the mornings of working days, and no more than it may be', async () => {
  const ours = await buildOrganization(app);
  await save(ours, 'declined_later');
  const invoice = await renew(ours);
  const mornings = [];
  for (let round = 1; round <= 3; round++) {
    const plan = await planOf(ours, invoice);
    expect(plan).toMatchObject({ state: 'planned', why: null, nextWith: 'Visa •••• 0341' });
    expect(plan.tries).toHaveLength(round);
    expect(failed(ours)).toHaveLength(round);
    mornings.push(await untilNextTry(ours, invoice));
  }
  for (const morning of mornings) expect(morning).toMatch(/^(Mon|Tue|Wed|Thu|Fri) 09:00$/);
  const plan = await planOf(ours, invoice);
  expect(plan).toMatchObject({ state: 'stopped', why: 'used_up', nextAt: null });
  expect(tried(plan)).toEqual(Array.from({ length: 4 }, () => ['Visa •••• 0341', 'retry']));
  await app.clock.advance({ days: 60 });
  await app.sweep('payments.charge-what-is-due');
  expect(tried(await planOf(ours, invoice))).toHaveLength(4);
  expect(failed(ours)).toHaveLength(4);
  expect(await factsOf(app, ours)).toEqual([
    'payment-started',
    'method-saved',
    ...Array.from({ length: 3 }, () => ['payment-started', 'payment-failed', 'charge-planned']).flat(),
    'payment-started',
    'payment-failed',
    'charge-stopped',
  ]);
  expect(await owedOn(app, ours, invoice)).toBe(250_000n);
  await expectSound(app);
});

test('the next card in turn pays at once, and nobody is troubled', async () => {
  const ours = await buildOrganization(app);
  await save(ours, 'declined_later', 'success_mastercard');
  const invoice = await renew(ours);
  await deliver(app);
  expect(await owedOn(app, ours, invoice)).toBe(0n);
  const plan = await planOf(ours, invoice);
  expect(plan.state).toBe('over');
  expect(tried(plan)).toEqual([
    ['Visa •••• 0341', 'retry'],
    ['Mastercard •••• 4444', 'succeeded'],
  ]);
  expect(failed(ours)).toEqual([]);
  await expectSound(app);
});

test('a card that was refused for good is never shown to a bank again; one that needs its owner waits for them', async () => {
  const ours = await buildOrganization(app);
  const [stolen] = await save(ours, 'stolen_later', 'confirm_later');
  const invoice = await renew(ours);
  expect(tried(await planOf(ours, invoice))).toEqual([
    ['Visa •••• 2784', 'never'],
    ['Visa •••• 3600', 'needs_customer'],
  ]);
  expect(await planOf(ours, invoice)).toMatchObject({ state: 'stopped', why: 'needs_customer' });
  expect((await methodsOf(ours))[0]).toMatchObject({ id: stolen, isRefused: true });
  expect(failed(ours)).toHaveLength(1);
  const second = await renew(ours);
  expect(tried(await planOf(ours, second))).toEqual([['Visa •••• 3600', 'needs_customer']]);

  // A new card is charged for both at once: that is what it was saved for.
  await save(ours, 'success');
  await deliver(app);
  expect([await owedOn(app, ours, invoice), await owedOn(app, ours, second)]).toEqual([0n, 0n]);
  expect(await factsOf(app, ours)).toEqual(expect.arrayContaining(['method-refused', 'charge-stopped']));
  await expectSound(app);
});

test('a card that has money from payday on pays then', async () => {
  const ours = await buildOrganization(app);
  await save(ours, 'payday');
  // So that the tries cross the 25th.
  while (app.clock.now().getUTCDate() !== 22) await app.clock.advance({ days: 1 });
  const invoice = await renew(ours);
  for (let round = 0; round < 3 && (await owedOn(app, ours, invoice)) > 0n; round++) {
    await untilNextTry(ours, invoice);
    await deliver(app);
  }
  const plan = await planOf(ours, invoice);
  expect(plan.state).toBe('over');
  expect(tried(plan).at(-1)).toEqual(['Visa •••• 2594', 'succeeded']);
  const { body } = await ours.owner.get<AutomaticPayment>(ours.at('/automatic-payment'));
  expect(body).toMatchObject({ isOffered: true, isOn: true, planned: [], last: { status: 'succeeded' } });
});

test('a gateway that took the money and was silent is asked, and never charged a second time', async () => {
  const ours = await buildOrganization(app);
  await save(ours, 'success', 'success_mastercard');
  sandbox.line = 'lost_answer';
  const invoice = await renew(ours);
  expect(await planOf(ours, invoice)).toMatchObject({ state: 'underway', tries: [{ status: 'unknown' }] });
  // Nothing else is tried meanwhile, by whomever.
  await app.clock.advance({ hours: 13 });
  await app.sweep('payments.charge-what-is-due');
  const retry = () => finance.post(`/api/console/automatic-charges/${invoice}/retry`);
  expect((await retry()).body).toMatchObject({ code: 'nothing_to_charge' });
  sandbox.line = 'up';
  await app.sweep('payments.ask-about-attempts');
  expect(await owedOn(app, ours, invoice)).toBe(0n);
  expect(await planOf(ours, invoice)).toMatchObject({ state: 'over', tries: [{ status: 'succeeded' }] });
  await deliver(app);
  expect(await count(app, `payments.payments where invoice_id = '${invoice}'`)).toBe(1);
  await expectSound(app);
});

test('a bank that is not reached is tried again within the hour, without counting as a decline', async () => {
  const ours = await buildOrganization(app);
  await save(ours, 'success');
  sandbox.line = 'refused';
  const invoice = await renew(ours);
  const plan = await planOf(ours, invoice);
  expect(new Date(plan.nextAt!).getTime() - app.clock.now().getTime()).toBeLessThanOrEqual(3_600_000);
  sandbox.line = 'up';
  await untilNextTry(ours, invoice);
  await deliver(app);
  expect(await owedOn(app, ours, invoice)).toBe(0n);
});

test('whoever pays another way, or is withdrawn from, is not charged again', async () => {
  const ours = await buildOrganization(app);
  await save(ours, 'declined_later');
  const invoice = await renew(ours);
  const { body } = await pay(ours, invoice, 'qris');
  await sandbox.submit(pageOf(body), 'scan');
  await deliver(app);
  expect(await planOf(ours, invoice)).toMatchObject({ state: 'over', nextAt: null });
  await app.clock.advance({ days: 10 });
  await app.sweep('payments.charge-what-is-due');
  expect((await planOf(ours, invoice)).tries).toHaveLength(1);
  await expectSound(app);
});

test('payers turn it off and on, for all or for nothing of somebody else; strangers and colleagues do not', async () => {
  const ours = await buildOrganization(app);
  const theirs = await buildOrganization(app);
  await save(ours, 'declined_later');
  const invoice = await renew(ours);
  const choose = (isOn: boolean, who = ours.owner) => who.post(ours.at('/automatic-payment'), { isOn });
  expect((await choose(false, theirs.owner)).status).toBe(404);
  expect((await choose(false, await buildMember(app, ours, 'technical'))).status).toBe(404);
  expect((await choose(false)).status).toBe(204);
  await app.settle();
  expect(await planOf(ours, invoice)).toMatchObject({ state: 'stopped', why: 'by_hand' });
  const mine = await renew(ours);
  expect(await planOf(ours, mine)).toMatchObject({ state: 'none', tries: [] });
  const { body } = await finance.get<AutomaticCharge>(`/api/console/automatic-charges/${invoice}`);
  expect(body.can.retry).toEqual({ no: 'pays_by_hand' });
  expect((await choose(true)).status).toBe(204);
  await app.settle();
  expect(await planOf(ours, invoice)).toMatchObject({ state: 'planned' });
  const service = '01a00000-0000-7000-8000-000000000001';
  expect((await ours.owner.post(ours.at('/automatic-payment'), { isOn: false, service })).status).toBe(404);
});

test('the order of cards is the client’s, and what is left out is charged by a press alone', async () => {
  const ours = await buildOrganization(app);
  const [visa, master] = await save(ours, 'success', 'success_mastercard');
  const turns = (methods: (string | undefined)[], who = ours) =>
    who.owner.post(who.at('/payment-methods/turns'), { methods });
  expect((await turns([master], await buildOrganization(app))).status).toBe(404);
  expect((await turns([master, visa])).status).toBe(204);
  expect((await methodsOf(ours)).map(({ brand, turn, isDefault }) => [brand, turn, isDefault])).toEqual([
    ['Mastercard', 1, true],
    ['Visa', 2, false],
  ]);
  expect((await turns([visa])).status).toBe(204);
  expect((await methodsOf(ours)).map(({ brand, turn }) => [brand, turn])).toEqual([
    ['Visa', 1],
    ['Mastercard', null],
  ]);
  expect((await turns([])).status).toBe(204);
  const invoice = await renew(ours);
  expect(await planOf(ours, invoice)).toMatchObject({ state: 'none' });
});

test('staff see every try, charge now without waiting, and say how often it is tried', async () => {
  const ours = await buildOrganization(app);
  await save(ours, 'declined_later');
  const invoice = await renew(ours);
  const desk = '/api/console/automatic-charges';
  const listed = await finance.get(`${desk}?state=planned`);
  expect(listed.body.items[0]).toMatchObject({ invoice: { id: invoice }, client: { id: ours.id }, tries: 1 });
  expect((await finance.get(`${desk}/${invoice}`)).body).toMatchObject({
    tries: [{ class: 'retry', code: 'insufficient_funds' }],
    can: { retry: true },
  });
  const support = await buildStaff(app, 'support');
  expect((await support.post(`${desk}/${invoice}/retry`)).status).toBe(404);
  const retried = await finance.post(`${desk}/${invoice}/retry`);
  expect(retried.body).toMatchObject({ tries: [{ status: 'failed' }, { status: 'failed' }] });
  await app.settle();
  expect(await planOf(ours, invoice)).toMatchObject({ state: 'planned' });

  const url = '/api/console/automatic-payment-settings';
  const { value, version } = (await finance.get(url)).body;
  const changed = { ...value, retryAfterDays: [] };
  expect((await finance.put(url, changed, { version })).status).toBe(200);
  expect((await finance.put(url, changed, { version })).status).toBe(412);
  expect((await support.put(url, changed, { version: 1 })).status).toBe(404);
  const other = await buildOrganization(app);
  await save(other, 'declined_later');
  expect(await planOf(other, await renew(other))).toMatchObject({ state: 'stopped', why: 'used_up' });
  expect((await finance.put(url, value, { version: version + 1 })).status).toBe(200);
});

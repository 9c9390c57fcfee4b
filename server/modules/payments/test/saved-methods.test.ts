import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';
import type { MethodList, SavedMethodView } from '../contract.ts';
import {
  attemptOf,
  count,
  deliver,
  expectSound,
  factsOf,
  issue,
  owedOn,
  pageOf,
  pay,
  payByCard,
} from './world.ts';

const app = await createTestApp();
const { sandbox } = app.ports;

async function methodsOf({ at, owner }: TestOrganization): Promise<SavedMethodView[]> {
  return (await owner.get<MethodList>(at('/payment-methods'))).body.items;
}

/** Saves a card without paying. */
async function save(ours: TestOrganization, card: string): Promise<SavedMethodView> {
  const before = (await methodsOf(ours)).map(({ id }) => id);
  const started = await ours.owner.post(ours.at('/payment-methods'), { gateway: 'sandbox', method: 'card' });
  expect(started).toMatchObject({
    status: 201,
    body: { purpose: 'save_method', amount: { amount: 0, currency: 'IDR' } },
  });
  await payByCard(app, started.body, card);
  await deliver(app);
  return (await methodsOf(ours)).find(({ id }) => !before.includes(id))!;
}

/** Issues a renewal and lets the minute pass after which it is charged. */
async function renew(ours: TestOrganization) {
  const invoice = await issue(app, ours, { kind: 'renewal' });
  await app.clock.advance({ minutes: 1 });
  await app.settle();
  return invoice;
}

const mails = ({ owner }: TestOrganization) =>
  app.ports.sent.filter(({ to }) => to.address === owner.email).map(({ subject }) => subject);

test('a card saved while paying pays again without the pages of the gateway', async () => {
  const ours = await buildOrganization(app);
  const first = await issue(app, ours);
  const { body: started } = await pay(ours, first, { gateway: 'sandbox', method: 'card', save: true });
  expect(await methodsOf(ours)).toEqual([]);
  await payByCard(app, started, 'success');
  await deliver(app);
  const [card, ...others] = await methodsOf(ours);
  expect(others).toEqual([]);
  expect(card).toMatchObject({
    brand: 'Visa',
    last4: '4242',
    kind: 'card',
    expiresOn: '2034-12-31',
    expiry: 'later',
    isDefault: true,
  });
  expect(JSON.stringify(card)).not.toContain('card_');
  const { rows } = await app.app.pool.query<{ token: string }>(
    'select token from payments.saved_methods where id = $1',
    [card!.id],
  );
  expect(rows[0]!.token).toMatch(/^1\.\d+\./);

  const second = await issue(app, ours);
  const charged = await pay(ours, second, { savedMethod: card!.id });
  expect(charged.body).toMatchObject({ status: 'succeeded', paidWith: 'Visa •••• 4242' });
  expect(await owedOn(app, ours, second)).toBe(0n);
  await deliver(app);
  await expectSound(app);
});

test('a saved card that needs its owner fails without moving money', async () => {
  const ours = await buildOrganization(app);
  const card = await save(ours, 'challenge').then(async (saved) => {
    const { rows } = await app.app.pool.query<{ id: string }>(
      'select id from payments.attempts order by id desc limit 1',
    );
    const attempt = await attemptOf(ours, rows[0]!.id);
    await sandbox.submit(pageOf(attempt), 'challenge', { answer: 'approve' });
    await deliver(app);
    return saved ?? (await methodsOf(ours))[0]!;
  });
  const invoice = await issue(app, ours);
  const charged = await pay(ours, invoice, { savedMethod: card.id });
  expect(charged.body).toMatchObject({ status: 'failed', failure: { class: 'needs_customer' } });
  expect(await owedOn(app, ours, invoice)).toBe(250_000n);
  await expectSound(app);
});

test('methods are listed, one is the default, and a removed one is forgotten everywhere', async () => {
  const ours = await buildOrganization(app);
  const theirs = await buildOrganization(app);
  const visa = await save(ours, 'success');
  const mastercard = await save(ours, 'success_mastercard');
  expect((await methodsOf(ours)).map(({ brand, isDefault }) => [brand, isDefault])).toEqual([
    ['Visa', true],
    ['Mastercard', false],
  ]);
  const choose = (who: TestOrganization, id: string) =>
    who.owner.post(who.at(`/payment-methods/${id}/make-default`));
  expect((await choose(theirs, mastercard.id)).status).toBe(404);
  expect((await choose(ours, mastercard.id)).status).toBe(204);
  expect((await methodsOf(ours)).map(({ brand, isDefault }) => [brand, isDefault])).toEqual([
    ['Mastercard', true],
    ['Visa', false],
  ]);
  const invoice = await issue(app, theirs);
  expect((await pay(theirs, invoice, { savedMethod: visa.id })).body).toMatchObject({
    code: 'method_unavailable',
  });
  expect((await theirs.owner.delete(theirs.at(`/payment-methods/${mastercard.id}`))).status).toBe(404);
  const technical = await buildMember(app, ours, 'technical');
  expect((await technical.delete(ours.at(`/payment-methods/${mastercard.id}`))).status).toBe(404);

  expect((await ours.owner.delete(ours.at(`/payment-methods/${mastercard.id}`))).status).toBe(204);
  expect((await ours.owner.delete(ours.at(`/payment-methods/${mastercard.id}`))).status).toBe(404);
  await app.settle();
  expect((await methodsOf(ours)).map(({ brand, isDefault }) => [brand, isDefault])).toEqual([
    ['Visa', false],
  ]);
  expect(await count(app, `payments.saved_methods where id = '${mastercard.id}' and token is null`)).toBe(1);
  const mine = await issue(app, ours);
  expect((await pay(ours, mine, { savedMethod: mastercard.id })).body).toMatchObject({
    code: 'method_unavailable',
  });
  await expectSound(app);
});

test('only what can be kept is saved', async () => {
  const ours = await buildOrganization(app);
  const { body } = await ours.owner.get<MethodList>(ours.at('/payment-methods'));
  expect(body).toMatchObject({ items: [], addable: [{ id: 'card', canSave: true }] });
  expect(body.addable).toHaveLength(1);
  const add = (method: string) =>
    ours.owner.post(ours.at('/payment-methods'), { gateway: 'sandbox', method });
  expect((await add('qris')).body).toMatchObject({ code: 'method_unavailable' });
  const invoice = await issue(app, ours);
  expect((await pay(ours, invoice, { gateway: 'sandbox', method: 'qris', save: true })).body).toMatchObject({
    code: 'method_unavailable',
  });
});

test('a renewal is paid by itself with the default method, once', async () => {
  const ours = await buildOrganization(app);
  await save(ours, 'success');
  const manual = await issue(app, ours);
  const renewal = await renew(ours);
  await deliver(app);
  expect(await owedOn(app, ours, manual)).toBe(250_000n);
  expect(await owedOn(app, ours, renewal)).toBe(0n);
  const { rows } = await app.app.pool.query<{ purpose: string; started_by: string | null }>(
    `select a.purpose, a.started_by from payments.attempts a join payments.attempt_invoices i on i.attempt_id = a.id where i.invoice_id = $1`,
    [renewal],
  );
  expect(rows).toEqual([{ purpose: 'automatic', started_by: null }]);
  const finance = await buildStaff(app, 'finance');
  const { items } = (await finance.get(`/api/console/payments?client=${ours.id}`)).body;
  expect(items).toMatchObject([{ cause: 'automatic', invoice: { id: renewal }, paidWith: 'Visa •••• 4242' }]);
  await expectSound(app);
});

test('a renewal that is declined may be paid another way before it is tried again', async () => {
  const ours = await buildOrganization(app);
  await save(ours, 'declined_later');
  const renewal = await renew(ours);
  await deliver(app);
  expect(await owedOn(app, ours, renewal)).toBe(250_000n);
  expect(await factsOf(app, ours)).toEqual([
    'payment-started',
    'method-saved',
    'payment-started',
    'payment-failed',
    'charge-planned',
  ]);
  expect(mails(ours)).toContain('The automatic payment of Rp250,000 did not go through');
  const { body } = await pay(ours, renewal, 'qris');
  await sandbox.submit(pageOf(body), 'scan');
  await deliver(app);
  expect(await owedOn(app, ours, renewal)).toBe(0n);
  await expectSound(app);
});

test('a charge whose answer is lost is asked about, not repeated', async () => {
  const ours = await buildOrganization(app);
  await save(ours, 'success');
  sandbox.line = 'lost_answer';
  const renewal = await renew(ours);
  sandbox.line = 'up';
  expect(await owedOn(app, ours, renewal)).toBe(250_000n);
  expect((await pay(ours, renewal, 'qris')).body).toMatchObject({ code: 'already_paid' });
  expect(await owedOn(app, ours, renewal)).toBe(0n);
  await expectSound(app);
});

test('who has no default method is not charged, and the business may turn it off', async () => {
  const ours = await buildOrganization(app);
  const card = await save(ours, 'success');
  const administrator = await buildStaff(app, 'administrator');
  const setting = '/api/console/settings/payments.automatic';
  expect((await administrator.put(setting, { value: { renewals: false } }, { version: 0 })).status).toBe(200);
  const one = await renew(ours);
  expect((await administrator.put(setting, { value: { renewals: true } }, { version: 1 })).status).toBe(200);
  await ours.owner.delete(ours.at(`/payment-methods/${card.id}`));
  const two = await renew(ours);
  await deliver(app);
  expect([await owedOn(app, ours, one), await owedOn(app, ours, two)]).toEqual([250_000n, 250_000n]);
});

test('a card that the bank renews keeps working; one that ends is warned of once', async () => {
  const ours = await buildOrganization(app);
  const card = await save(ours, 'success');
  const event = (id: string, year: number, month: number) =>
    JSON.stringify({
      id,
      type: 'card.updated',
      createdAt: app.clock.now().toISOString(),
      card: { token: tokens.at(-1), brand: 'Visa', last4: '4242', expires: { month, year } },
    });
  const { rows } = await app.app.pool.query<{ token: string }>(
    'select token from payments.saved_methods where id = $1',
    [card.id],
  );
  const tokens = [app.ctx.vault.open(`payments.saved_methods:${card.id}`, rows[0]!.token)];
  expect(await sandbox.send(event('soon', 2026, 3))).toBe(204);
  expect((await methodsOf(ours))[0]).toMatchObject({ expiresOn: '2026-03-31', expiry: 'soon' });
  await app.sweep('payments.find-expiring-methods');
  await app.sweep('payments.find-expiring-methods');
  expect(
    mails(ours).filter((subject) => /expires on 31 March 2026|March 31, 2026/.test(subject)),
  ).toHaveLength(1);
  expect(await sandbox.send(event('renewed', 2029, 3))).toBe(204);
  expect((await methodsOf(ours))[0]).toMatchObject({ id: card.id, expiresOn: '2029-03-31', expiry: 'later' });
  tokens.push('card_of_somebody_else');
  expect(await sandbox.send(event('unknown', 2029, 3))).toBe(204);
});

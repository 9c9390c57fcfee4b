import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { reversePayment } from '../index.ts';
import { expectSoundBooks, issue, mailsTo, newPayment, receive } from './world.ts';

const app = await createTestApp();
const finance = await buildStaff(app, 'finance');

const writeOff = (invoice: string, by = finance) =>
  by.post(`/api/console/invoices/${invoice}/write-off`, { reason: 'Bankrupt' });

async function lost(organization: { id: string }): Promise<bigint> {
  const { rows } = await app.app.pool.query<{ lost: bigint }>(
    `select coalesce(sum(debit - credit), 0)::bigint as lost from billing.postings
     where organization_id = $1 and account = 'write_off'`,
    [organization.id],
  );
  return rows[0]!.lost;
}

test('what is given up is owed no more and nobody is reminded of it; with a reason, and only by whom it may', async () => {
  const client = await buildOrganization(app);
  const invoice = await issue(app, client, { amount: 100_000n });
  await receive(app, client, invoice, 30_000n);
  await app.settle();
  expect((await writeOff(invoice, await buildStaff(app, 'support'))).status).toBe(404);
  expect((await finance.post(`/api/console/invoices/${invoice}/write-off`, { reason: '' })).status).toBe(400);
  expect((await writeOff(invoice)).body).toMatchObject({
    status: 'written_off',
    writtenOffReason: 'Bankrupt',
    can: { writeOff: { no: 'written_off' }, recordPayment: true },
  });
  expect((await writeOff(invoice)).body).toMatchObject({ code: 'written_off' });
  expect((await client.owner.get(client.at('/billing-summary'))).body.currencies[0]).toMatchObject({
    open: 0,
  });
  expect(await lost(client)).toBe(70_000n);
  const before = mailsTo(app, client.owner).length;
  await app.clock.advance({ days: 20 });
  await app.settle();
  expect(mailsTo(app, client.owner)).toHaveLength(before);
  await expectSoundBooks(app);
});

test('late money always lands: in part it lessens the loss, in full the invoice is paid', async () => {
  const client = await buildOrganization(app);
  const invoice = await issue(app, client, { amount: 100_000n });
  await writeOff(invoice);
  await receive(app, client, invoice, 40_000n);
  expect((await client.owner.get(client.at(`/invoices/${invoice}`))).body).toMatchObject({
    status: 'written_off',
    balance: { amount: 60_000 },
    can: { pay: true },
  });
  expect(await lost(client)).toBe(60_000n);
  await receive(app, client, invoice, 70_000n);
  await app.settle();
  expect((await client.owner.get(client.at(`/invoices/${invoice}`))).body.status).toBe('paid');
  expect(await lost(client)).toBe(0n);
  expect((await client.owner.get(client.at('/billing-summary'))).body.currencies[0]).toMatchObject({
    open: 0,
    credit: 10_000,
  });
  await expectSoundBooks(app);
});

test('a recovery that bounces is a loss again', async () => {
  const client = await buildOrganization(app);
  const invoice = await issue(app, client, { amount: 100_000n });
  await writeOff(invoice);
  const payment = newPayment();
  await receive(app, client, invoice, 40_000n, { payment });
  await app.ctx.transact((tx) => reversePayment(tx, { organization: client.id, payment, reason: 'bounced' }));
  expect(await lost(client)).toBe(100_000n);
  await expectSoundBooks(app);
});

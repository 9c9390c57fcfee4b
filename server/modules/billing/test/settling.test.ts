import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization } from '../../../test/kit/people.ts';
import { voidInvoice } from '../index.ts';
import { expectSoundBooks, issue, newPayment, receive } from './world.ts';

const app = await createTestApp();

async function read(invoice: string) {
  const { rows } = await app.app.pool.query(
    'select number, status, document, settlement, total, paid from billing.invoices where id = $1',
    [invoice],
  );
  return rows[0];
}

test('an invoice is paid in parts; what is too much becomes credit, and pays the next one', async () => {
  const organization = await buildOrganization(app);
  const invoice = await issue(app, organization, { amount: 100_000n });
  await receive(app, organization, invoice, 40_000n);
  expect(await read(invoice)).toMatchObject({ status: 'due', settlement: 'partially_paid', paid: 40_000n });
  await receive(app, organization, invoice, 90_000n);
  expect(await read(invoice)).toMatchObject({ status: 'paid', settlement: 'paid', paid: 100_000n });
  await app.settle();
  const next = await issue(app, organization, { amount: 50_000n });
  await app.settle();
  expect(await read(next)).toMatchObject({ status: 'due', paid: 30_000n });
  expect(app.failures).toEqual([]);
  await expectSoundBooks(app);
});

test('a payment counts once, however often and however closely it is told', async () => {
  const organization = await buildOrganization(app);
  const invoice = await issue(app, organization, { amount: 100_000n });
  const payment = newPayment();
  const told = await Promise.all(
    Array.from({ length: 8 }, () => receive(app, organization, invoice, 60_000n, { payment })),
  );
  expect(told.filter(({ isNew }) => isNew)).toHaveLength(1);
  expect(new Set(told.map(({ receipt }) => receipt)).size).toBe(1);
  expect(await read(invoice)).toMatchObject({ paid: 60_000n });
  const deposit = newPayment();
  await Promise.all(
    Array.from({ length: 4 }, () => receive(app, organization, null, 5_000n, { payment: deposit })),
  );
  await app.settle();
  expect(await read(invoice)).toMatchObject({ paid: 65_000n });
  await expectSoundBooks(app);
});

test('late money always lands: on what is void, and in another currency', async () => {
  const organization = await buildOrganization(app);
  const invoice = await issue(app, organization, { amount: 100_000n });
  await app.ctx.transact((tx) =>
    voidInvoice(tx, { organization: organization.id, invoice, reason: 'Wrong' }),
  );
  await receive(app, organization, invoice, 100_000n);
  await receive(app, organization, invoice, 500n, { currency: 'USD' });
  await app.settle();
  const { rows } = await app.app.pool.query(
    'select currency, receivable, credit from billing.balances where organization_id = $1 order by currency',
    [organization.id],
  );
  expect(rows).toEqual([
    { currency: 'IDR', receivable: 0n, credit: 100_000n },
    { currency: 'USD', receivable: 0n, credit: 500n },
  ]);
  expect(app.failures).toEqual([]);
  await expectSoundBooks(app);
});

import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization } from '../../../test/kit/people.ts';
import { numberBatch } from '../commands/number-documents.ts';
import { issueInvoice } from '../index.ts';
import { expectSoundBooks, issue, receive } from './world.ts';

const app = await createTestApp(new Date('2026-12-30T02:00:00Z'));

class ChangedMind extends Error {}

async function numbers(table: 'invoices' | 'receipts'): Promise<string[]> {
  const { rows } = await app.app.pool.query(`select number from billing.${table} order by year, sequence`);
  return rows.map((row) => row.number);
}

test('64 writers, some of whom change their minds, and numberers who fail: no gap, no double', async () => {
  const organizations = await Promise.all(Array.from({ length: 4 }, () => buildOrganization(app)));
  let issued = 0;
  const writers = Array.from({ length: 64 }, async (_, index) => {
    const organization = organizations[index % 4]!;
    const writing = app.ctx.transact(async (tx) => {
      await issueInvoice(tx, {
        organization: organization.id,
        kind: 'manual',
        orderId: null,
        lines: [
          {
            serviceId: null,
            description: { id: 'Jasa', en: 'Work' },
            period: null,
            quantity: 1,
            unitPrice: 1_000n,
            taxable: false,
          },
        ],
      });
      if (index % 5 === 0) throw new ChangedMind();
    });
    await writing.then(
      () => issued++,
      (error) => expect(error).toBeInstanceOf(ChangedMind),
    );
  });
  const numberers = Array.from({ length: 24 }, async (_, index) => {
    const numbering = app.ctx.transact(async (tx) => {
      await numberBatch(tx, 'invoice');
      if (index % 3 === 0) throw new ChangedMind();
    });
    await numbering.catch((error) => expect(error).toBeInstanceOf(ChangedMind));
  });
  await Promise.all([...writers, ...numberers]);
  await app.settle();
  expect(issued).toBe(51);
  expect(await numbers('invoices')).toEqual(
    Array.from({ length: 51 }, (_, index) => `INV/2026/${String(index + 1).padStart(6, '0')}`),
  );
  await expectSoundBooks(app);
});

test('receipts have a series of their own, and both begin anew with the year', async () => {
  const organization = await buildOrganization(app);
  await receive(app, organization, await issue(app, organization), 100_000n);
  await receive(app, organization, null, 1_000n);
  await app.settle();
  await app.clock.advance({ days: 3 });
  await issue(app, organization);
  await receive(app, organization, null, 2_000n);
  await app.settle();
  expect(await numbers('receipts')).toEqual(['KW/2026/000001', 'KW/2026/000002', 'KW/2027/000001']);
  expect((await numbers('invoices')).slice(51)).toEqual(['INV/2026/000052', 'INV/2027/000001']);
  expect(app.failures).toEqual([]);
  await expectSoundBooks(app);
});

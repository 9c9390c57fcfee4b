import { expect, test } from 'vitest';
import { dice } from '../../../adapters/gateways/sandbox/gateway/chance.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization } from '../../../test/kit/people.ts';
import { attemptOf, count, expectSound, issueAtOnce, owedOn, pageOf, pay } from './world.ts';

const app = await createTestApp();
const { sandbox } = app.ports;
const seed = 20261122;

test(`on a bad day every rupiah arrives once (seed ${seed})`, async () => {
  const roll = dice(seed);
  Object.assign(sandbox.chaos, { duplicate: 0.3, reorder: 0.3, lose: 0.1, delaySeconds: 30 });
  const organizations = await Promise.all(Array.from({ length: 4 }, () => buildOrganization(app)));
  const paid: { ours: (typeof organizations)[number]; invoice: Id<'invoice'>; attempt: string }[] = [];

  for (let round = 0; round < 5; round++) {
    const due = await Promise.all(
      [...organizations, ...organizations].map(async (ours) => ({
        ours,
        invoice: await issueAtOnce(app, ours, { amount: BigInt(10_000 + Math.floor(roll() * 100_000)) }),
      })),
    );
    await Promise.all(due.map(({ ours, invoice }) => payInTwoTabs(ours, invoice)));
    await Promise.all([sandbox.flush(), app.sweep('payments.ask-about-attempts')]);
    await app.clock.advance({ seconds: Math.floor(roll() * 40) });
  }
  for (let minutes = 0; minutes < 20; minutes += 5) {
    await app.clock.advance({ minutes: 5 });
    await sandbox.flush();
    await app.sweep('payments.ask-about-attempts');
  }
  expect(paid).toHaveLength(40);
  for (const { ours, invoice, attempt } of paid) {
    expect(await owedOn(app, ours, invoice)).toBe(0n);
    expect(await attemptOf(ours, attempt)).toMatchObject({ status: 'succeeded', payments: [{}] });
  }
  expect(await count(app, 'payments.payments')).toBe(40);
  expect(await count(app, 'billing.receipts')).toBe(40);
  await expectSound(app);

  async function payInTwoTabs(ours: (typeof organizations)[number], invoice: Id<'invoice'>): Promise<void> {
    const tabs = await Promise.all([pay(ours, invoice, 'virtual_account'), pay(ours, invoice, 'qris')]);
    for (const { status, body } of tabs) {
      const attempt = status === 201 ? await attemptOf(ours, body.id) : null;
      if (attempt?.status !== 'requires_action') continue;
      paid.push({ ours, invoice, attempt: attempt.id });
      await sandbox.submit(pageOf(attempt), attempt.method === 'qris' ? 'scan' : 'transfer');
    }
  }
}, 120_000);

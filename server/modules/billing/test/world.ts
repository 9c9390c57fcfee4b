import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Id } from '../../../kernel/values/ids.ts';
import { money } from '../../../kernel/values/money.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import type { TestApp } from '../../../test/kit/app.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';
import { noLegal } from '../domain/legal.ts';
import { issueInvoice, recordPayment } from '../index.ts';
import type { NewInvoice } from '../index.ts';
import { billing } from '../module.ts';

/** Everything that is always true of money, asked of the whole database. */
export async function expectSoundBooks(test: TestApp): Promise<void> {
  for (const { name, violations } of billing.invariants!)
    expect(await test.ctx.read((db) => violations(db, 5)), name).toEqual([]);
}

/** An invoice of one line without tax, issued as a module above would. */
export async function issue(
  test: TestApp,
  organization: Pick<TestOrganization, 'id'>,
  over: Partial<NewInvoice> & { amount?: bigint } = {},
): Promise<Id<'invoice'>> {
  const { amount = 100_000n, ...rest } = over;
  const { id } = await test.ctx.transact((tx) =>
    issueInvoice(tx, {
      organization: organization.id,
      kind: 'manual',
      orderId: null,
      lines: [
        {
          serviceId: null,
          description: { id: 'Konsultasi', en: 'Consulting' },
          period: null,
          quantity: 1,
          unitPrice: amount,
          taxable: false,
        },
      ],
      ...rest,
    }),
  );
  return id;
}

/** Money arrives, as the payments module would tell. */
export function receive(
  test: TestApp,
  organization: TestOrganization,
  invoice: Id<'invoice'> | null,
  amount: bigint,
  over: { payment?: Id<'payment'>; currency?: Currency } = {},
) {
  return test.ctx.transact((tx) =>
    recordPayment(tx, {
      organization: organization.id,
      invoice,
      payment: over.payment ?? newPayment(),
      amount: money(amount, over.currency ?? 'IDR'),
      method: 'Virtual account',
      gateway: 'sandbox',
      receivedAt: test.clock.now(),
    }),
  );
}

export function newPayment(): Id<'payment'> {
  return randomUUID() as Id<'payment'>;
}

/** The subjects of the mails to somebody, oldest first. */
export function mailsTo(test: TestApp, { email }: { email: string }): string[] {
  return test.ports.sent.filter((mail) => mail.to.address === email).map((mail) => mail.subject);
}

/** Each service of this client is renewed on an invoice of its own. */
export async function keepApart(test: TestApp, { id }: Pick<TestOrganization, 'id'>): Promise<void> {
  await test.app.pool.query(
    `insert into billing.tax_profiles (organization_id, legal, apart) values ($1, $2, true)
     on conflict (organization_id) do update set apart = true`,
    [id, noLegal],
  );
}

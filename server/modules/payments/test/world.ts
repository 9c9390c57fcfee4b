import { expect } from 'vitest';
import { testCardNamed } from '../../../adapters/gateways/sandbox/gateway/test-cards.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { TestApp } from '../../../test/kit/app.ts';
import type { TestAnswer, TestClient, TestRequest } from '../../../test/kit/client.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';
import { findPayable, issueInvoice } from '../../billing/index.ts';
import type { NewInvoice } from '../../billing/index.ts';
import type { AttemptView } from '../contract.ts';

/** Everything that is always true of money, here and in the books, asked of the whole database. */
export async function expectSound(test: TestApp): Promise<void> {
  await test.settle();
  for (const { name, violations } of test.app.product.invariants)
    expect(await test.ctx.read((db) => violations(db, 5)), name).toEqual([]);
  expect(test.failures).toEqual([]);
}

type Issued = Partial<NewInvoice> & { amount?: bigint };

/** An invoice of one line without tax, with its number. */
export async function issue(
  test: TestApp,
  organization: TestOrganization,
  over: Issued = {},
): Promise<Id<'invoice'>> {
  const invoice = await issueAtOnce(test, organization, over);
  await test.settle();
  return invoice;
}

/** The same, before anything has followed from it. */
export async function issueAtOnce(
  test: TestApp,
  organization: TestOrganization,
  { amount = 250_000n, ...rest }: Issued,
): Promise<Id<'invoice'>> {
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

/** Presses the pay button. */
export function pay(
  { at, owner }: Pick<TestOrganization, 'at' | 'owner'>,
  invoice: string,
  how: object | string,
  request: TestRequest & { by?: TestClient } = {},
): Promise<TestAnswer<AttemptView>> {
  const { by = owner, ...rest } = request;
  const body = typeof how === 'string' ? { gateway: 'sandbox', method: how } : how;
  return by.post(at(`/invoices/${invoice}/payments`), body, rest);
}

export async function attemptOf({ at, owner }: TestOrganization, attempt: string): Promise<AttemptView> {
  return (await owner.get<AttemptView>(at(`/payment-attempts/${attempt}`))).body;
}

/** Where the payer goes on the gateway's own pages. */
export function pageOf({ next }: Pick<AttemptView, 'next'>): string {
  if (next?.kind === 'redirect') return next.url;
  expect(next?.pageUrl).toBeTruthy();
  return next!.pageUrl!;
}

/** Types a test card into the gateway's page. */
export async function payByCard(test: TestApp, attempt: AttemptView, card: string): Promise<void> {
  await test.ports.sandbox.submit(pageOf(attempt), 'card', {
    number: testCardNamed(card)!.number,
    expiry: '12/34',
    cvc: '123',
    holder: 'Sari Wulandari',
  });
}

/** Delivers the gateway's webhooks, and lets all that follows happen. */
export async function deliver(test: TestApp): Promise<void> {
  await test.ports.sandbox.flush();
  await test.settle();
}

/** What is owed on an invoice, in minor units. */
export async function owedOn(
  test: TestApp,
  { id }: TestOrganization,
  invoice: Id<'invoice'>,
): Promise<bigint> {
  return (await test.ctx.read((db) => findPayable(db, id, invoice)))!.balance;
}

/** The facts of payments about an organization, oldest first, without the module's name. */
export async function factsOf(test: TestApp, { id }: Pick<TestOrganization, 'id'>): Promise<string[]> {
  await test.settle();
  const { rows } = await test.app.pool.query<{ name: string }>(
    `select name from kernel.events where organization_id = $1 and name like 'payments.%' order by position`,
    [id],
  );
  return rows.map(({ name }) => name.replace('payments.', ''));
}

export async function count(test: TestApp, sql: string): Promise<number> {
  const { rows } = await test.app.pool.query<{ count: bigint }>(`select count(*) from ${sql}`);
  return Number(rows[0]!.count);
}

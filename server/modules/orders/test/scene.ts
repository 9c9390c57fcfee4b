import type { TestApp } from '../../../test/kit/app.ts';
import type { TestClient } from '../../../test/kit/client.ts';
import { buildStaff } from '../../../test/kit/people.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { money } from '../../../kernel/values/money.ts';
import { findPayable, recordPayment } from '../../billing/index.ts';
import { buildProduct } from '../../catalog/test/goods.ts';
import { provisioningFailed, serviceProvisioned } from '../../provisioning/events.ts';
import type { Order, PlacedOrder, Quote } from '../contract.ts';

/** What the tests of orders do again and again. */
export async function setScene(app: TestApp) {
  const operator = await buildStaff(app, 'operations');

  const sell = (over: Parameters<typeof buildProduct>[1] = {}) => buildProduct(operator, over);
  const item = (plan: string, over: object = {}) => ({
    plan,
    cycle: 'monthly',
    quantity: 1,
    options: {},
    addons: [],
    ...over,
  });
  const quote = (of: TestOrganization, items: object[], client: TestClient = of.owner) =>
    client.post<Quote>(of.at('/orders/quote'), { items });

  /** Orders at the quoted price. */
  async function order(
    of: TestOrganization,
    items: object[],
    { client = of.owner, key }: { client?: TestClient; key?: string } = {},
  ) {
    const quoted = await quote(of, items, client);
    return client.post<PlacedOrder>(
      of.at('/orders'),
      { items, expectedTotal: quoted.body.total.amount, termsVersion: quoted.body.terms },
      key ? { key } : {},
    );
  }

  async function show(of: TestOrganization, id: string): Promise<Order> {
    return (await of.owner.get<Order>(of.at(`/orders/${id}`))).body;
  }

  const payable = (of: TestOrganization, invoice: string) =>
    app.ctx.read((db) => findPayable(db, of.id, invoice as Id<'invoice'>));

  async function pay(of: TestOrganization, invoice: string, amount?: bigint) {
    const due = (await payable(of, invoice))!;
    await app.ctx.transact((tx) =>
      recordPayment(tx, {
        organization: of.id,
        invoice: invoice as Id<'invoice'>,
        payment: tx.newId<'payment'>(),
        amount: money(amount ?? due.balance, due.currency),
        method: 'transfer',
        gateway: 'manual',
        receivedAt: tx.now,
      }),
    );
    await app.settle();
  }

  /** Provisioning says so of one service. */
  async function provision(of: TestOrganization, service: string, how: 'done' | 'retrying' | 'failed') {
    const about = { organizationId: of.id, subject: { kind: 'service', id: service } };
    await app.ctx.transact(async (tx) => {
      if (how === 'done') tx.emit(serviceProvisioned, { ...about, data: { serviceId: service } });
      else {
        const data = { serviceId: service, kind: 'provision', willRetry: how === 'retrying' } as const;
        tx.emit(provisioningFailed, { ...about, data });
      }
    });
    await app.settle();
  }

  /** The texts of the mails to somebody about an order, by subject. */
  async function mailsTo({ email }: { email: string }, number: string): Promise<Record<string, string>> {
    await app.settle();
    const mails = app.ports.sent.filter((mail) => mail.to.address === email && mail.subject.includes(number));
    return Object.fromEntries(mails.map((mail) => [mail.subject.replace(number, 'ORD'), mail.text]));
  }

  return { operator, sell, item, quote, order, show, payable, pay, provision, mailsTo };
}

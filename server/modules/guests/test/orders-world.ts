import { expect } from 'vitest';
import type { TestApp } from '../../../test/kit/app.ts';
import type { TestAnswer } from '../../../test/kit/client.ts';
import { mailedToken } from '../../../test/kit/mail.ts';
import { buildStaff } from '../../../test/kit/people.ts';
import { buildProduct } from '../../catalog/test/goods.ts';
import type { LookedUp, OpenedOrder, PlacedGuestOrder } from '../contract.ts';

/** What the tests of guests' orders do again and again. */
export async function setStore(test: TestApp) {
  const operator = await buildStaff(test, 'operations');
  const sell = (over: Parameters<typeof buildProduct>[1] = {}) => buildProduct(operator, over);

  const bodyOf = (plan: string, email: string, over: Record<string, unknown> = {}) => ({
    item: { plan, cycle: 'monthly', quantity: 1, options: {}, addons: [] },
    currency: 'IDR',
    name: 'Sari Dewi',
    email,
    termsVersion: null,
    locale: 'id',
    ...over,
  });

  /** Puts an order together and returns the token that was mailed. */
  async function ask(plan: string, email: string, over: Record<string, unknown> = {}): Promise<string> {
    const answer = await test.stranger.post('/api/guest-orders', bodyOf(plan, email, over));
    expect(answer).toMatchObject({ status: 202, body: { sent: true } });
    return mailedToken(test, email);
  }

  const open = (token: string) => test.stranger.post<OpenedOrder>('/api/guest-orders/open', { token });

  /** Places it for the price that the link shows. */
  async function place(token: string): Promise<TestAnswer<PlacedGuestOrder>> {
    const { quote } = (await open(token)).body.waiting!;
    const body = { token, expectedTotal: quote.total.amount, termsVersion: quote.terms };
    return test.stranger.post<PlacedGuestOrder>('/api/guest-orders/place', body);
  }

  /** Asks and places; what number and code show. */
  async function begin(plan: string, email: string, over: Record<string, unknown> = {}) {
    const token = await ask(plan, email, over);
    const placed = await place(token);
    expect(placed.status, placed.text).toBe(200);
    await test.settle();
    const { rows } = await test.app.pool.query<{ organization_id: string; id: string; invoice_id: string }>(
      'select organization_id, id, invoice_id from orders.orders where number = $1',
      [placed.body.number],
    );
    const { organization_id: organization, id, invoice_id: invoice } = rows[0]!;
    return { token, ...placed.body, organization, id, invoice };
  }

  const byCode = <Answer = LookedUp>(
    { number, code }: PlacedGuestOrder,
    act: '' | '/check' | '/pay' | '/document' = '',
    more: object = {},
  ) => test.stranger.post<Answer>(`/api/order-status${act}`, { number, code, ...more });

  return { operator, sell, bodyOf, ask, open, place, begin, byCode };
}

import { randomUUID } from 'node:crypto';
import { testCardNamed } from '../../adapters/gateways/sandbox/gateway/test-cards.ts';
import { pageOf } from '../../modules/payments/test/world.ts';
import type { Answer, MortalServer } from './mortal-server.ts';
import type { Buyer, Shop } from './shop.ts';

/** What a buyer does on the pages of the gateway: nothing, a form sent twice at once, or a test card by its name. */
export type Way =
  | 'leaves'
  | 'transfer'
  | 'scan'
  | 'success'
  | 'challenge'
  | 'insufficient_funds'
  | 'slow_success'
  | 'lost_webhook';

const methods = { transfer: 'virtual_account', scan: 'qris', leaves: 'qris' } as const;

export async function buy(server: MortalServer, shop: Shop, buyer: Buyer, way: Way): Promise<void> {
  const at = (path: string) => `/api/organizations/${buyer.organization}${path}`;
  const post = (path: string, body?: object, key: string = randomUUID()) =>
    server.ask(at(path), {
      method: 'POST',
      headers: {
        cookie: buyer.cookie,
        'idempotency-key': key,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      body: JSON.stringify(body) ?? null,
    });

  // Sent again under its key as often as the server dies over it.
  const placed = await post('/orders', shop.order);
  if (placed.status !== 201) throw new Error(`ordering is answered ${placed.status}: ${placed.body.code}`);

  const method = way in methods ? methods[way as keyof typeof methods] : 'card';
  const press = () =>
    post(`/invoices/${placed.body.invoiceId}/payments`, { gateway: 'sandbox', method, save: false });
  let attempt: Answer = await press();
  // The server died over it: the key stays taken for a while, so the button is pressed anew.
  while (attempt.body.code === 'still_running') attempt = await press();
  // A try that was being started when it died keeps others out for half a minute. This buyer does not wait.
  if (attempt.body.code === 'payment_in_progress') return;
  if (attempt.status !== 201) throw new Error(`paying is answered ${attempt.status}: ${attempt.body.code}`);

  const submit = async (form: string, fields: Record<string, string> = {}) => {
    const path = `${new URL(pageOf(attempt.body)).pathname}/${form}`;
    const { status } = await server.ask(path, { method: 'POST', body: new URLSearchParams(fields) });
    if (status !== 303) throw new Error(`the gateway answers ${status} to ${form}`);
  };
  if (way === 'leaves') return;
  if (way === 'transfer' || way === 'scan') {
    await Promise.all([submit(way), submit(way)]);
    return;
  }
  await submit('card', {
    number: testCardNamed(way)!.number,
    expiry: '12/34',
    cvc: '123',
    holder: 'Sari Wulandari',
  });
  if (way === 'challenge') await submit('challenge', { answer: 'approve' });
  if (way === 'lost_webhook') await post(`/payment-attempts/${attempt.body.id}/check`);
}

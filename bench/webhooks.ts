import pg from 'pg';
import { signedHeaders } from '../server/adapters/gateways/sandbox/signature.ts';
import { request } from './load.ts';
import type { NextRequest } from './load.ts';

/** A try to pay that waits for the gateway's word. */
export interface Try {
  id: string;
  reference: string;
  amount: string;
  currency: string;
}

/** The tries nobody has paid yet, the whale's among them, in no order that anything else has. */
export async function findTries(url: string): Promise<Try[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Try>(
    `select id, gateway_reference as reference, amount::text, currency from payments.attempts where status = 'requires_action' order by id`,
  );
  await client.end();
  return rows;
}

/**
 * What a gateway sends: of ten deliveries six bring money, three were delivered before, and one comes late and says of a try that has
 * been paid that it is being processed.
 */
export function webhooks(tries: readonly Try[], secret: string, now: () => Date): NextRequest {
  let paid = 0;
  return (turn) => {
    const place = turn % 10;
    const isRepeat = paid > 0 && (place === 3 || place === 6 || place === 9);
    const isLate = paid > 0 && place === 8;
    if (!isRepeat && !isLate) paid++;
    const one = tries[paid - 1];
    if (!one) throw new Error('all tries to pay are paid: make the data anew');
    const event = isLate ? eventOf(one, 'processing') : eventOf(one, 'succeeded');
    const body = JSON.stringify(event);
    return request('POST', '/api/webhooks/payments/sandbox', signedHeaders(secret, now(), body), event);
  };

  function eventOf({ id, reference, amount, currency }: Try, status: 'processing' | 'succeeded') {
    const at = new Date(now().getTime() - (status === 'processing' ? 60_000 : 1_000)).toISOString();
    const payment = {
      id: reference,
      attemptId: id,
      amount,
      currency,
      status,
      statusAt: at,
      expiresAt: at,
      pageUrl: 'https://sandbox.example/pay',
      refunded: '0',
      ...(status === 'succeeded' ? { paidWith: { method: 'card', label: 'Visa •••• 4242' } } : {}),
    };
    return { id: `${status}-${id}`, type: 'payment', createdAt: at, payment };
  }
}

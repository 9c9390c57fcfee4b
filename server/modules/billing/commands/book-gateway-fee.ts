import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { money } from '../../../kernel/values/money.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import { book } from '../book.ts';
import { gatewayFeeCharged, gatewayFeeGivenBack } from '../domain/ledger.ts';

/** `amount` above zero is what the gateway kept of its cash, below zero what it did not keep after all. */
export interface GatewayFee {
  organization: Id<'organization'>;
  payment: Id<'payment'>;
  gateway: string;
  amount: bigint;
  why: 'charged' | 'corrected' | 'given_back';
}

const kinds = {
  charged: 'gateway_fee_charged',
  corrected: 'gateway_fee_corrected',
  given_back: 'gateway_fee_returned',
} as const;

/**
 * Books what a gateway keeps of a payment as an expense out of its cash, which is what it pays out then. It is nothing the client owes or
 * has, and never shown to it. Exactly once is the caller's, who has locked the payment. Errors: `not_found`.
 */
export async function bookGatewayFee(tx: Tx, fee: GatewayFee): Promise<void> {
  const { organization, payment, gateway, amount, why } = fee;
  const receipt = await tx.db
    .selectFrom('billing.receipts')
    .select(['id', 'currency'])
    .where('organization_id', '=', organization)
    .where('payment_id', '=', payment)
    .executeTakeFirst();
  if (!receipt) throw new Problem(notFound);
  const currency = receipt.currency as Currency;
  await book(tx, {
    organization,
    currency,
    kind: kinds[why],
    invoice: null,
    receipt: receipt.id as Id<'receipt'>,
    entry:
      amount > 0n
        ? gatewayFeeCharged({ gateway, fee: money(amount, currency) })
        : gatewayFeeGivenBack({ gateway, fee: money(-amount, currency) }),
  });
}

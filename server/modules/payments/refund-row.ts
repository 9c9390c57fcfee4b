import type { Tx } from '../../kernel/db/tx.ts';
import type { Db } from '../../kernel/db/types.ts';
import { Problem, notFound } from '../../kernel/values/errors.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { Currency } from '../../kernel/values/money.ts';
import { withGateway } from './domain/refund.ts';
import type { RefundState } from './domain/refund.ts';

/** Money on its way back. `amount` is minor units of `currency`. */
export interface Refund {
  id: Id<'refund'>;
  organization: Id<'organization'>;
  payment: Id<'payment'>;
  attempt: Id<'attempt'> | null;
  /** That of the payment: through which it goes back, unless it is transferred. */
  gateway: string;
  amount: bigint;
  currency: Currency;
  way: 'gateway' | 'transfer';
  state: RefundState;
  reason: string;
  askedBy: Id<'person'>;
  hasProof: boolean;
  timesAsked: number;
}

function refundQuery(db: Db, refund: string) {
  return db
    .selectFrom('payments.refunds as r')
    .innerJoin('payments.payments as p', (join) =>
      join.onRef('p.organization_id', '=', 'r.organization_id').onRef('p.id', '=', 'r.payment_id'),
    )
    .select([
      'r.id',
      'r.organization_id',
      'r.attempt_id',
      'r.amount',
      'r.way',
      'r.state',
      'r.reason',
      'r.asked_by',
      'r.proof_id',
      'r.times_asked',
      'p.id as payment_id',
      'p.gateway',
      'p.currency',
    ])
    .where('r.id', '=', refund);
}

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof refundQuery>['executeTakeFirst']>>>;

function refundOf(row: Row): Refund {
  return {
    id: row.id as Id<'refund'>,
    organization: row.organization_id as Id<'organization'>,
    payment: row.payment_id as Id<'payment'>,
    attempt: row.attempt_id as Id<'attempt'> | null,
    gateway: row.gateway,
    amount: row.amount,
    currency: row.currency as Currency,
    way: row.way as Refund['way'],
    state: row.state as RefundState,
    reason: row.reason,
    askedBy: row.asked_by as Id<'person'>,
    hasProof: row.proof_id !== null,
    timesAsked: row.times_asked,
  };
}

/** Errors: `not_found`. */
export async function findRefund(db: Db, refund: Id<'refund'>): Promise<Refund> {
  const row = await refundQuery(db, refund).executeTakeFirst();
  if (!row) throw new Problem(notFound);
  return refundOf(row);
}

/** Takes its row; before receipts and the ledger. Errors: `not_found`. */
export async function lockRefund(tx: Tx, refund: Id<'refund'>): Promise<Refund> {
  const row = await refundQuery(tx.db, refund).forUpdate('r').executeTakeFirst();
  if (!row) throw new Problem(notFound);
  return refundOf(row);
}

/** When its gateway is asked about it next; null when that has nothing to say any more. */
export function nextAskAbout(state: RefundState, timesAsked: number, now: Date): Date | null {
  if (!(withGateway as readonly RefundState[]).includes(state)) return null;
  const minutes = Math.min(2 ** Math.min(timesAsked, 10), 60);
  return new Date(now.getTime() + minutes * 60_000);
}

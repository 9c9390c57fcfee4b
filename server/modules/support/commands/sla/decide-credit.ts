import type { Tx } from '../../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../../kernel/values/errors.ts';
import type { Id } from '../../../../kernel/values/ids.ts';
import type { Currency } from '../../../../kernel/values/money.ts';
import { giveGoodwill } from '../../../billing/index.ts';
import { creditDecided } from '../../credit-contract.ts';
import { creditSettled } from '../../events.ts';

interface Decision {
  reason: string;
  by: Id<'person'>;
}

/**
 * Gives the client what was drafted, or another sum, as goodwill. Needs a transaction that sees everything. Errors: `not_found`,
 * `credit_decided`, those of `giveGoodwill`.
 */
export async function giveCredit(
  tx: Tx,
  credit: Id<'credit'>,
  { amount, reason, by }: Decision & { amount: bigint },
): Promise<void> {
  const { organization, currency } = await decide(tx, credit, { state: 'given', amount, reason, by });
  await giveGoodwill(tx, { organization, currency, amount, reason, expiresOn: null, by });
}

/** Errors: `not_found`, `credit_decided`. */
export async function dismissCredit(tx: Tx, credit: Id<'credit'>, decision: Decision): Promise<void> {
  await decide(tx, credit, { ...decision, state: 'dismissed' });
}

async function decide(
  tx: Tx,
  credit: Id<'credit'>,
  { state, amount, reason, by }: Decision & { state: 'given' | 'dismissed'; amount?: bigint },
) {
  const decided = await tx.db
    .updateTable('support.breach_credits')
    .set({ state, reason, decided_at: tx.now, decided_by: by, ...(amount !== undefined && { amount }) })
    .where('id', '=', credit)
    .where('state', '=', 'drafted')
    .returning(['organization_id', 'ticket_id', 'currency'])
    .executeTakeFirst();
  if (!decided) throw new Problem(await whyNot(tx, credit));
  const organization = decided.organization_id as Id<'organization'>;
  tx.emit(creditSettled, {
    organizationId: organization,
    subject: { kind: 'ticket', id: decided.ticket_id },
    data: { creditId: credit, state },
  });
  return { organization, currency: decided.currency as Currency };
}

async function whyNot(tx: Tx, credit: Id<'credit'>) {
  const there = await tx.db
    .selectFrom('support.breach_credits')
    .select('id')
    .where('id', '=', credit)
    .executeTakeFirst();
  return there ? creditDecided : notFound;
}

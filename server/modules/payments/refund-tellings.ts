import { sql } from 'kysely';
import type { Tx } from '../../kernel/db/tx.ts';
import type { Fact } from '../../kernel/events/define.ts';
import { on } from '../../kernel/events/reactions.ts';
import type { MessageKind } from '../../kernel/messages.ts';
import type { MoneyJson } from '../../kernel/values/money.ts';
import { refundAsked, refundDone, refundFailed, refundRejected } from './events.ts';
import { refundBegun, refundCameBack, refundSent } from './refund-messages.ts';
import { tellPayers } from './tellings.ts';

export const refundTellings = [
  on(refundAsked, 'payments.tell-of-refund', (tx, fact) => tell(tx, fact, refundBegun, '/invoices/refunds')),
  on(refundDone, 'payments.tell-of-sent-refund', (tx, fact) =>
    tell(tx, fact, refundSent, '/invoices/refunds'),
  ),
  on(refundFailed, 'payments.tell-of-failed-refund', (tx, fact) =>
    tell(tx, fact, refundCameBack, '/invoices/credit'),
  ),
  on(refundRejected, 'payments.tell-of-rejected-refund', (tx, fact) =>
    tell(tx, fact, refundCameBack, '/invoices/credit'),
  ),
];

async function tell(
  tx: Tx,
  { id, organizationId, data }: Fact<{ refundId: string; amount: number; currency: string }>,
  message: MessageKind<{ amount: MoneyJson; to: string; path: string }>,
  path: string,
): Promise<void> {
  const { rows } = await sql<{ to: string }>`
    select case f.way when 'gateway' then p.paid_with else concat(f.to_bank, ' •••• ', right(f.to_account, 4)) end as to
    from payments.refunds f join payments.payments p on p.organization_id = f.organization_id and p.id = f.payment_id
    where f.organization_id = ${organizationId} and f.id = ${data.refundId}`.execute(tx.db);
  await tellPayers(tx, organizationId!, message, {
    occurrence: id,
    path,
    data: {
      amount: { amount: data.amount, currency: data.currency as MoneyJson['currency'] },
      to: rows[0]!.to,
    },
  });
}

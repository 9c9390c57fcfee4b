import type { Tx } from '../../../kernel/db/tx.ts';
import { readSetting } from '../../../kernel/settings.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { subject } from '../allocate.ts';
import { feesFor, nextPeriodOn, periodsDue } from '../domain/dunning/late-fee.ts';
import type { Dunning } from '../dunning-row.ts';
import { lateFeeCharged } from '../events.ts';
import { toNumber } from '../invoice-row.ts';
import type { LockedInvoice } from '../invoice-row.ts';
import { feeLines, rulesFor } from '../late-fee-rules.ts';
import { readLateFees } from '../queries/late-fees.ts';
import { lateFees } from '../settings.ts';
import { issueInvoice } from './issue-invoice.ts';

/**
 * Charges what a locked, overdue invoice costs for the periods that have begun: each once, as lines of one invoice of its own. Nothing
 * before the timeline's step has been taken on `firstOn`; nothing for an invoice that is itself for late fees. Says when the next period
 * begins.
 */
export async function chargeLateFees(
  tx: Tx,
  invoice: LockedInvoice,
  { facts: { today, dueOn } }: Dunning,
  firstOn: CalendarDate,
): Promise<CalendarDate | null> {
  const [{ value: setting }, before] = await Promise.all([
    readSetting(tx.db, lateFees),
    readLateFees(tx.db, invoice),
  ]);
  if (before.isFee) return null;
  const rules = rulesFor(setting, invoice.currency);
  const due = periodsDue({ firstOn, everyDays: rules.everyDays, settled: before.periods }, today);
  const open = invoice.total - invoice.paid;
  const fees = feesFor(due, rules, { open, dueOn, charged: before.charged }, before.promised);
  const charged = fees.filter(({ amount }) => amount > 0n);
  const issued =
    charged.length === 0
      ? null
      : await issueInvoice(tx, {
          organization: invoice.organization,
          kind: 'manual',
          orderId: null,
          currency: invoice.currency,
          lines: feeLines(invoice.number!, charged, setting),
        });
  for (const { period, on, amount } of fees)
    await tx.db
      .insertInto('billing.late_fees')
      .values({
        organization_id: invoice.organization,
        invoice_id: invoice.id,
        period,
        began_on: on,
        amount,
        fee_invoice_id: amount > 0n ? issued!.id : null,
        charged_at: tx.now,
      })
      .execute();
  if (issued)
    tx.emit(lateFeeCharged, {
      ...subject(invoice),
      data: {
        invoiceId: invoice.id,
        feeInvoiceId: issued.id,
        amount: toNumber(charged.reduce((sum, { amount }) => sum + amount, 0n)),
        currency: invoice.currency,
      },
    });
  return nextPeriodOn(firstOn, rules.everyDays, today);
}

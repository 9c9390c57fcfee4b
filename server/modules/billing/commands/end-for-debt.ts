import type { Tx } from '../../../kernel/db/tx.ts';
import { endService, todayOf } from '../../services/index.ts';
import type { Service } from '../../services/index.ts';
import { feeForLeaving, leavingLine } from '../leaving-fee.ts';
import { issueInvoice } from './issue-invoice.ts';

/** Ends a service nobody pays for. What leaving before the end of its term costs is asked for only where that was agreed. */
export async function endForDebt(tx: Tx, service: Service): Promise<void> {
  const { organization, id, term, currency } = service;
  const fee = term?.onDebt ? feeForLeaving(service, todayOf(service, tx.now), 0n) : null;
  await endService(tx, { organization, service: id, reason: 'non_payment' });
  if (!fee) return;
  const lines = [leavingLine(service, fee)];
  await issueInvoice(tx, { organization, kind: 'manual', orderId: null, currency, lines });
}

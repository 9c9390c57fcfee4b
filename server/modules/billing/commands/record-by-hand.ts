import type { Tx } from '../../../kernel/db/tx.ts';
import { addDays, dateIn, startOfDay } from '../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { money } from '../../../kernel/values/money.ts';
import { findOrganization } from '../../organizations/index.ts';
import { receivedInFuture } from '../contract.ts';
import { assertMay, lockInvoice } from '../invoice-row.ts';
import { recordPayment } from './record-payment.ts';

/**
 * Staff note money that came outside every gateway: in cash, or seen on the bank account. It settles like any other money. Errors:
 * `not_found`, `received_in_future`, or why this invoice takes none.
 */
export async function recordByHand(
  tx: Tx,
  input: {
    organization: Id<'organization'>;
    invoice: Id<'invoice'>;
    amount: number;
    method: string;
    receivedOn?: CalendarDate | undefined;
  },
): Promise<void> {
  const { organization, invoice, receivedOn } = input;
  const locked = await lockInvoice(tx, organization, invoice);
  assertMay('recordPayment', locked);
  const { timeZone } = await findOrganization(tx.db, organization);
  const today = dateIn(timeZone, tx.now);
  if (receivedOn && receivedOn > today) {
    throw new Problem(receivedInFuture, {
      fields: [{ path: 'receivedOn', code: 'received_in_future', message: 'not after today' }],
    });
  }
  await recordPayment(tx, {
    organization,
    invoice,
    payment: tx.newId(),
    amount: money(input.amount, locked.currency),
    method: input.method,
    gateway: 'manual',
    receivedAt: receivedOn && receivedOn < today ? lastSecondOf(receivedOn, timeZone) : tx.now,
  });
}

function lastSecondOf(day: CalendarDate, zone: string): Date {
  return new Date(startOfDay(addDays(day, 1), zone).getTime() - 1000);
}

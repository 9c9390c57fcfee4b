import type { Tx } from '../../../kernel/db/tx.ts';
import { addDays, date, dateIn, startOfDay } from '../../../kernel/values/dates.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { giveBack, issueInvoice, leavingLine, takeBackRenewals, voidInvoice } from '../../billing/index.ts';
import type { GivenUp, LeavingFee, NewLine } from '../../billing/index.ts';
import { releaseStock } from '../../catalog/index.ts';
import {
  changeService,
  endService,
  forgetPrepaid,
  forgetUnpaidPeriod,
  holdForChange,
  lockService,
  scheduleChange,
  withdrawChange,
} from '../../services/index.ts';
import { closeChange } from '../change.ts';
import type { Ending, LockedChange } from '../change.ts';
import { changeStates } from '../domain/change-states.ts';
import type { WhyCanceled } from '../domain/change-states.ts';
import { changeCanceled, changeMade } from '../events.ts';

/** What follows once a change is agreed on: its invoice, the day it waits for, or the change itself. The row is locked. */
export async function carryOut(
  tx: Tx,
  change: LockedChange,
  {
    givenUp,
    ending,
    fee = null,
  }: { givenUp: GivenUp | null; ending?: Ending | undefined; fee?: LeavingFee | null },
): Promise<void> {
  const key = { organization: change.organization, service: change.service };
  if (change.terms) {
    await takeBackRenewals(tx, key);
    await forgetUnpaidPeriod(tx, key);
  }
  if (change.total > 0n && change.terms) return invoice(tx, change);
  const service = await lockService(tx, key.organization, key.service);
  if (change.terms && change.effectiveOn > dateIn(service.timeZone, tx.now)) {
    await write(tx, change, { state: 'scheduled' });
    return scheduleChange(tx, { ...key, on: change.effectiveOn, terms: change.terms });
  }
  // What is given back has them.
  if (!change.terms) await forgetPrepaid(tx, key);
  await complete(tx, change, ending);
  if (fee) await askFee(tx, change, leavingLine(service, fee));
  if (givenUp) await giveBack(tx, givenUp, change.terms ? 'order_change' : 'order_cancellation');
}

/** The service becomes what was agreed. The row is locked. */
export async function complete(tx: Tx, change: LockedChange, ending?: Ending): Promise<void> {
  const { organization, service, terms, begins } = change;
  changeStates.assertMove(change.state, 'done');
  if (terms) await changeService(tx, { organization, service, terms, begins });
  else
    await endService(tx, {
      organization,
      service,
      reason: ending?.reason ?? 'other',
      note: ending?.note ?? '',
    });
  await closeChange(tx, change, { state: 'done' });
  tx.emit(changeMade, { ...about(change), data: { changeId: change.id } });
}

/** It does not happen: what it holds is given back. The row is locked. Errors: `wrong_state`. */
export async function giveUpChange(tx: Tx, change: LockedChange, why: WhyCanceled): Promise<void> {
  const { organization, service, state, terms, invoice: issued, stockTaken } = change;
  changeStates.assertMove(state, 'canceled');
  if (state === 'scheduled') await withdrawChange(tx, { organization, service });
  if (state === 'awaiting_payment') {
    if (why !== 'service_ended') await holdForChange(tx, { organization, service, until: null });
    if (issued && why !== 'invoice_voided') await takeBack(tx, issued);
  }
  if (stockTaken > 0 && terms) await releaseStock(tx, terms.planId as Id<'plan'>, stockTaken);
  await closeChange(tx, change, { state: 'canceled', why_canceled: why });
  tx.emit(changeCanceled, { ...about(change), data: { changeId: change.id, why } });
}

async function invoice(tx: Tx, change: LockedChange): Promise<void> {
  const { organization, service: serviceId, lines, currency, terms } = change;
  const { timeZone, taxCategory, taxIncluded } = await lockService(tx, organization, serviceId);
  const payBy = addDays(dateIn(timeZone, change.expiresAt!), -1);
  const issued = await issueInvoice(tx, {
    organization,
    kind: 'change',
    orderId: null,
    currency,
    dueOn: payBy,
    lines: lines.map(({ description, period, amount }) => ({
      serviceId,
      description,
      period: period && { from: date(period.from), to: date(period.to) },
      quantity: 1,
      unitPrice: BigInt(amount.amount),
      taxable: terms!.taxable,
      taxCategory: terms!.taxable ? taxCategory : 'outside',
      taxIncluded,
      why: { kind: 'proration', price: { from: 'quote' } },
    })),
  });
  // Until it is paid no period is invoiced at the old price; when nobody pays, renewals go on.
  await holdForChange(tx, {
    organization,
    service: serviceId,
    until: startOfDay(addDays(payBy, 2), timeZone),
  });
  await write(tx, change, { state: 'awaiting_payment', invoice_id: issued.id });
}

/** What leaving early costs is an invoice of its own, due as those that staff write are. */
async function askFee(tx: Tx, { organization, id, currency }: LockedChange, line: NewLine): Promise<void> {
  const lines = [line];
  const issued = await issueInvoice(tx, { organization, kind: 'change', orderId: null, currency, lines });
  await tx.db
    .updateTable('orders.changes')
    .set({ invoice_id: issued.id })
    .where('organization_id', '=', organization)
    .where('id', '=', id)
    .execute();
}

async function takeBack(tx: Tx, invoiceId: Id<'invoice'>): Promise<void> {
  const found = await tx.db
    .selectFrom('billing.invoices')
    .select(['organization_id', 'status'])
    .where('id', '=', invoiceId)
    .executeTakeFirstOrThrow();
  if (!['due', 'overdue', 'pending'].includes(found.status!)) return;
  await voidInvoice(tx, {
    organization: found.organization_id as Id<'organization'>,
    invoice: invoiceId,
    reason: 'The change it was for has been taken back.',
  });
}

async function write(
  tx: Tx,
  change: LockedChange,
  set: { state: LockedChange['state']; invoice_id?: Id<'invoice'>; expires_at?: Date },
): Promise<void> {
  await tx.db
    .updateTable('orders.changes')
    .set(set)
    .where('organization_id', '=', change.organization)
    .where('id', '=', change.id)
    .execute();
  change.state = set.state;
}

function about({ organization, service }: LockedChange) {
  return { organizationId: organization, subject: { kind: 'service', id: service } };
}

import { z } from 'zod';
import type { Tx } from '../../../kernel/db/tx.ts';
import { id } from '../../../kernel/http/shapes.ts';
import { defineJob } from '../../../kernel/jobs/define.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { addDays, dateIn } from '../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { findOrganization } from '../../organizations/index.ts';
import { endService, lockService, suspendService } from '../../services/index.ts';
import type { Service } from '../../services/index.ts';
import { subject } from '../allocate.ts';
import { nextDunningStep } from '../domain/dunning.ts';
import type { DunningStep } from '../domain/dunning.ts';
import { collectionStates } from '../domain/invoice-states.ts';
import type { CollectionState } from '../domain/invoice-states.ts';
import { invoiceOverdue, reminderSent } from '../events.ts';
import { about, lockInvoice } from '../invoice-row.ts';
import type { LockedInvoice } from '../invoice-row.ts';
import { dunning } from '../settings.ts';
import { dunningPlan } from '../dunning-plan.ts';
import { tellOfStep } from '../tellings.ts';

/**
 * Does what is to be done today to get one invoice paid: marks it overdue, and takes at most one step. Depends on nothing but what
 * it reads under the locks, so it may run late, twice or for an invoice that was paid meanwhile.
 */
export async function collect(
  tx: Tx,
  { organization, invoice: id }: { organization: Id<'organization'>; invoice: Id<'invoice'> },
): Promise<void> {
  const services = await lockServicesOf(tx, organization, id);
  const invoice = await lockInvoice(tx, organization, id);
  if (!['due', 'overdue', 'pending'].includes(invoice.status) || invoice.number === null) return;
  const [{ timeZone }, { value: rules }, done] = await Promise.all([
    findOrganization(tx.db, organization),
    readSetting(tx.db, dunning),
    tx.db
      .selectFrom('billing.dunning_steps')
      .select(['kind', 'days', 'done_on'])
      .where('organization_id', '=', organization)
      .where('invoice_id', '=', id)
      .execute(),
  ]);
  const today = dateIn(timeZone, tx.now);
  if (today > invoice.dueOn && invoice.overdueSince === null) await markOverdue(tx, invoice);
  // Nobody is chased for money that may have been sent already.
  if (invoice.status === 'pending') return;
  const settings = dunningPlan(rules);
  const step = nextDunningStep({
    ...invoice,
    today,
    settings,
    done: done.map((row) => ({ kind: row.kind as DunningStep['kind'], days: row.days, on: row.done_on })),
  });
  if (!step) return;
  const running = services.filter(({ state }) => state !== 'pending' && state !== 'ended');
  await noteStep(tx, invoice, step, today);
  const writes = step.kind === 'reminder' || step.kind === 'notice';
  // Where nothing runs there is nothing to hold or end: the step is over, and nobody hears of it.
  if (!writes && running.length === 0) return;
  tx.emit(reminderSent, { ...subject(invoice), data: { invoiceId: id, step: step.kind, days: step.days } });
  // Owners of services hear from the services what became of them.
  for (const { id: service } of writes ? [] : running) {
    if (step.kind === 'suspend') await suspendService(tx, { organization, service, reason: 'non_payment' });
    else await endService(tx, { organization, service, reason: 'non_payment' });
  }
  if (writes) {
    const suspendOn = running.length > 0 ? addDays(invoice.dueOn, settings.suspendAfterDays) : null;
    await tellOfStep(tx, invoice, step, suspendOn);
  }
}

/** Services before invoices: the order in which everybody locks. */
async function lockServicesOf(
  tx: Tx,
  organization: Id<'organization'>,
  invoice: Id<'invoice'>,
): Promise<Service[]> {
  const rows = await tx.db
    .selectFrom('billing.invoice_lines')
    .select('service_id')
    .distinct()
    .where('organization_id', '=', organization)
    .where('invoice_id', '=', invoice)
    .where('service_id', 'is not', null)
    .orderBy('service_id')
    .execute();
  const services: Service[] = [];
  for (const row of rows) services.push(await lockService(tx, organization, row.service_id as Id<'service'>));
  return services;
}

async function markOverdue(tx: Tx, invoice: LockedInvoice): Promise<void> {
  const { organization, id, dueOn } = invoice;
  await tx.db
    .updateTable('billing.invoices')
    .set((eb) => ({ overdue_since: addDays(dueOn, 1), version: eb('version', '+', 1) }))
    .where('organization_id', '=', organization)
    .where('id', '=', id)
    .execute();
  tx.emit(invoiceOverdue, { ...subject(invoice), data: { ...about(invoice), dueOn } });
}

async function noteStep(
  tx: Tx,
  invoice: LockedInvoice,
  step: DunningStep,
  today: CalendarDate,
): Promise<void> {
  const { organization, id } = invoice;
  await tx.db
    .insertInto('billing.dunning_steps')
    .values({ organization_id: organization, invoice_id: id, ...step, done_on: today, done_at: tx.now })
    .execute();
  const collection: CollectionState = step.kind === 'reminder' ? 'reminded' : 'in_dunning';
  if (collectionStates.canMove(invoice.collection, collection)) {
    await tx.db
      .updateTable('billing.invoices')
      .set({ collection })
      .where('organization_id', '=', organization)
      .where('id', '=', id)
      .execute();
  }
}

export const collectInvoice = defineJob({
  name: 'billing.collect-invoice',
  input: z.object({ organization: id('organization'), invoice: id('invoice') }),
  run: (ctx, key) => ctx.transact((tx) => collect(tx, key)),
});

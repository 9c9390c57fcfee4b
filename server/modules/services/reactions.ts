import type { Tx } from '../../kernel/db/tx.ts';
import { on } from '../../kernel/events/reactions.ts';
import type { Id } from '../../kernel/values/ids.ts';
import {
  creditNoteIssued,
  invoiceCredited,
  invoiceIssued,
  invoiceOverdue,
  invoicePaid,
  invoiceReopened,
  invoiceVoided,
} from '../billing/events.ts';
import { activateService } from './commands/activate-service.ts';
import { setPaidThrough } from './commands/set-paid-through.ts';
import { release } from './commands/suspend-service.ts';
import { emitAbout, writeService } from './commands/write-service.ts';
import { servicePaymentCaughtUp, servicePaymentOverdue, serviceTrialEnded } from './events.ts';
import { isOverdue, noteInvoice, whomItIsFor } from './invoices.ts';
import { lockService, type ServiceKey } from './service.ts';
import { tellings } from './tellings.ts';

export const reactions = [
  on(invoiceIssued, 'services.note-issued-invoice', async (tx, fact) => {
    await noteInvoice(tx, fact, 'open');
  }),
  on(invoiceReopened, 'services.note-reopened-invoice', async (tx, fact) => {
    await noteInvoice(tx, fact, 'open');
  }),
  on(invoiceOverdue, 'services.mark-past-due', async (tx, fact) => {
    for (const key of keysOf(fact, await noteInvoice(tx, fact, 'overdue'))) {
      await markPastDue(tx, key, fact.data.invoiceId);
    }
  }),
  on(invoicePaid, 'services.grant-what-is-paid', async (tx, fact) => {
    for (const key of keysOf(fact, await noteInvoice(tx, fact, 'settled'))) {
      if (fact.data.kind === 'order' || fact.data.kind === 'renewal') await grantPaid(tx, key);
      await catchUp(tx, key, fact.data.invoiceId);
    }
  }),
  on(invoiceVoided, 'services.forget-voided-invoice', async (tx, fact) => {
    for (const key of keysOf(fact, await noteInvoice(tx, fact, 'settled'))) {
      await catchUp(tx, key, fact.data.invoiceId);
    }
  }),
  on(invoiceCredited, 'services.forget-credited-invoice', async (tx, fact) => {
    for (const key of keysOf(fact, await noteInvoice(tx, fact, 'settled'))) {
      await catchUp(tx, key, fact.data.invoiceId);
    }
  }),
  on(creditNoteIssued, 'services.forget-credited-lines', async (tx, fact) => {
    const cleared = { ...fact, data: { ...fact.data, serviceIds: fact.data.clearedServiceIds } };
    for (const key of keysOf(fact, await noteInvoice(tx, cleared, 'settled'))) {
      await catchUp(tx, key, fact.data.invoiceId);
    }
  }),
  ...tellings,
];

function keysOf(fact: Parameters<typeof whomItIsFor>[0], services: readonly Id<'service'>[]): ServiceKey[] {
  return services.map((service) => ({ organization: whomItIsFor(fact), service }));
}

async function markPastDue(
  tx: Tx,
  { organization, service: id }: ServiceKey,
  invoiceId: string,
): Promise<void> {
  const service = await lockService(tx, organization, id);
  if (service.state !== 'active') return;
  await writeService(tx, service, { state: 'past_due' });
  emitAbout(tx, service, servicePaymentOverdue, { invoiceId });
}

/** Begins what waited for its payment; otherwise the invoiced period is paid for, once nothing else is owed. */
async function grantPaid(tx: Tx, key: ServiceKey): Promise<void> {
  const service = await lockService(tx, key.organization, key.service);
  if (service.state === 'pending') return activateService(tx, key);
  if (service.state === 'ended' || service.state === 'paused') return;
  if (service.hasUnpaidInvoice || !service.period) return;
  await setPaidThrough(tx, { ...key, through: service.period.to });
  if (service.state !== 'trialing') return;
  await writeService(tx, service, { state: 'active' });
  emitAbout(tx, service, serviceTrialEnded, { paid: true });
}

/** Lets go what was held or marked for an invoice that is not owed any more. */
async function catchUp(tx: Tx, { organization, service: id }: ServiceKey, invoiceId: string): Promise<void> {
  const service = await lockService(tx, organization, id);
  if (service.state === 'ended' || (await isOverdue(tx.db, service))) return;
  await release(tx, service, 'non_payment');
  if (service.state !== 'past_due') return;
  await writeService(tx, service, { state: 'active' });
  emitAbout(tx, service, servicePaymentCaughtUp, { invoiceId });
}

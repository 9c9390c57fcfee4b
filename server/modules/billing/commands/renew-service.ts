import { z } from 'zod';
import type { Tx } from '../../../kernel/db/tx.ts';
import { id } from '../../../kernel/http/shapes.ts';
import { defineJob } from '../../../kernel/jobs/define.ts';
import { dateIn } from '../../../kernel/values/dates.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { lockService, startPeriod } from '../../services/index.ts';
import type { Service, ServiceKey } from '../../services/index.ts';
import { issueInvoice } from './issue-invoice.ts';

/**
 * Invoices the next period of a service that is due, and moves the service on. A period is invoiced once however often this runs:
 * the service is locked, and (service, period) is a key of the database. Returns the invoice, or null when nothing was due.
 */
export async function renew(tx: Tx, key: ServiceKey): Promise<Id<'invoice'> | null> {
  const service = await lockService(tx, key.organization, key.service);
  const period = service.nextPeriod;
  if (!period || !isDue(service, tx.now)) return null;
  const known = await tx.db
    .selectFrom('billing.renewals')
    .select('invoice_id')
    .where('organization_id', '=', key.organization)
    .where('service_id', '=', key.service)
    .where('period_from', '=', period.from)
    .executeTakeFirst();
  const invoice = known ? null : await invoicePeriod(tx, service, period);
  await startPeriod(tx, { ...key, ...period });
  return invoice;
}

/** Looked at again under the lock: what was found may be canceled, held or renewed by now. */
function isDue({ nextInvoiceOn, timeZone, state, suspendedFor }: Service, now: Date): boolean {
  return (
    nextInvoiceOn !== null &&
    nextInvoiceOn <= dateIn(timeZone, now) &&
    (state === 'trialing' || state === 'active' || state === 'past_due') &&
    !suspendedFor.includes('non_payment')
  );
}

async function invoicePeriod(
  tx: Tx,
  service: Service,
  period: NonNullable<Service['nextPeriod']>,
): Promise<Id<'invoice'>> {
  const { organization, id: serviceId, names, label, quantity, recurring, currency, taxable } = service;
  const whole = recurring % BigInt(quantity) === 0n;
  const named = (name: string) => (label === '' ? name : `${name} (${label})`);
  const { id: invoice } = await issueInvoice(tx, {
    organization,
    kind: 'renewal',
    orderId: null,
    currency,
    dueOn: period.from,
    lines: [
      {
        serviceId,
        description: { id: named(names.id), en: named(names.en) },
        period,
        quantity: whole ? quantity : 1,
        unitPrice: whole ? recurring / BigInt(quantity) : recurring,
        taxable,
      },
    ],
  });
  await tx.db
    .insertInto('billing.renewals')
    .values({
      organization_id: organization,
      service_id: serviceId,
      period_from: period.from,
      period_to: period.to,
      invoice_id: invoice,
    })
    .execute();
  return invoice;
}

export const renewService = defineJob({
  name: 'billing.renew-service',
  input: z.object({ organization: id('organization'), service: id('service') }),
  run: async (ctx, key) => {
    await ctx.transact((tx) => renew(tx, key));
  },
});

import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { forgetUnpaidPeriod, lockService } from '../../services/index.ts';
import type { Service } from '../../services/index.ts';
import { notApart } from '../apart-contract.ts';
import { servicesOn } from '../invoice-row.ts';
import { beginBilling } from './run-billing.ts';
import { findInvoicedAhead, takeBack } from './take-back-ahead.ts';

/**
 * Takes renewals off an invoice that they share, to be billed without the others: by a run that begins at once, under the same rules as
 * any. Needs a transaction that sees everything. Errors: `not_found`, `not_apart` for all of them, for what is not due or begun, or paid in part.
 */
export async function billApart(
  tx: Tx,
  {
    organization,
    invoice,
    services,
  }: { organization: Id<'organization'>; invoice: Id<'invoice'>; services: readonly Id<'service'>[] },
): Promise<void> {
  const { rows } = await servicesOn(sql`${organization}`, sql`${invoice}`).execute(tx.db);
  const asked = rows.filter((row) => services.includes(row.service_id));
  if (asked.length < new Set(services).size) throw new Problem(notFound);
  if (asked.length === rows.length) throw new Problem(notApart);
  const locked: Service[] = [];
  for (const row of asked) locked.push(await lockService(tx, row.for_organization_id, row.service_id));
  for (const service of locked) {
    const ahead = await findInvoicedAhead(tx.db, service);
    const found = ahead.find((one) => one.invoice === invoice);
    if (!found || found.status !== 'due' || found.paid) throw new Problem(notApart);
    await takeBack(tx, service, found, 'It is billed by itself.');
    await forgetUnpaidPeriod(tx, { organization: service.organization, service: service.id });
  }
  tx.enqueue(beginBilling, {}, { key: 'begin' });
}

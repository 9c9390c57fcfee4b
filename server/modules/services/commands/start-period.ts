import type { Tx } from '../../../kernel/db/tx.ts';
import { readSetting } from '../../../kernel/settings.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { invoiceDay } from '../domain/terms.ts';
import { serviceRenewed } from '../events.ts';
import { lockService, type ServiceKey } from '../service.ts';
import { serviceRules } from '../settings.ts';
import { emitAbout, writeService } from './write-service.ts';

/**
 * Notes that the period from `from` up to, not including, `to` was invoiced, in the transaction that issues the invoice: the service is
 * not found for renewal again before the period after it is due.
 */
export async function startPeriod(
  tx: Tx,
  { organization, service: id, from, to }: ServiceKey & { from: CalendarDate; to: CalendarDate },
): Promise<void> {
  const service = await lockService(tx, organization, id);
  const { value: rules } = await readSetting(tx.db, serviceRules);
  await writeService(tx, service, {
    period_from: from,
    period_to: to,
    next_invoice_on: invoiceDay({ from, to }, rules.renewalLeadDays),
  });
}

/** Notes that the time up to `through`, not included, is paid for. It never goes back. */
export async function setPaidThrough(
  tx: Tx,
  { organization, service: id, through }: ServiceKey & { through: CalendarDate },
): Promise<void> {
  const service = await lockService(tx, organization, id);
  const from = service.paidThrough ?? service.anchorOn;
  if (!from || through <= from) return;
  await writeService(tx, service, { paid_through: through });
  emitAbout(tx, service, serviceRenewed, { from, to: through });
}

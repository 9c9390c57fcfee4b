import type { Tx } from '../../../kernel/db/tx.ts';
import { serviceAbilities, type SuspensionReason } from '../domain/service-states.ts';
import { prepaidAnew } from '../domain/bill-day.ts';
import { timeAfterHold } from '../domain/terms.ts';
import { serviceResumed, serviceSuspended, serviceSuspensionLifted } from '../events.ts';
import { lockService, refuse, todayOf, type Service, type ServiceKey } from '../service.ts';
import { findChangePolicy } from '../../catalog/index.ts';
import { agreeOnUse } from './agree-on-use.ts';
import { termRecut } from './end-with-term.ts';
import { emitAbout, writeService } from './write-service.ts';

/**
 * Holds a service for one more reason; for one it is held for already nothing changes. `note` is for staff. Errors: `wrong_state` when
 * it has not begun or has ended.
 */
export async function suspendService(
  tx: Tx,
  { organization, service: id, reason, note = '' }: ServiceKey & { reason: SuspensionReason; note?: string },
): Promise<void> {
  const service = await lockService(tx, organization, id);
  const { suspend } = serviceAbilities('staff', service);
  if (suspend !== true) refuse(suspend.no);
  await hold(tx, service, reason, note);
}

/** For a service the transaction has locked and whose state allows it. */
export async function hold(tx: Tx, service: Service, reason: SuspensionReason, note: string): Promise<void> {
  if (service.suspendedFor.includes(reason)) return;
  await tx.db
    .insertInto('services.suspensions')
    .values({
      organization_id: service.organization,
      id: tx.newId(),
      service_id: service.id,
      reason,
      note,
      since: tx.now,
    })
    .execute();
  await writeService(tx, service, { suspended_for: [...service.suspendedFor, reason] });
  emitAbout(tx, service, serviceSuspended, { reason, held: service.suspendedFor.length > 0 });
}

/** Takes one reason away; the service runs again when none is left. Without that reason nothing changes. */
export async function liftSuspension(
  tx: Tx,
  { organization, service: id, reason }: ServiceKey & { reason: SuspensionReason },
): Promise<void> {
  await release(tx, await lockService(tx, organization, id), reason);
}

/** For a service the transaction has locked. */
export async function release(tx: Tx, service: Service, reason: SuspensionReason): Promise<void> {
  if (!service.suspendedFor.includes(reason)) return;
  await tx.db
    .updateTable('services.suspensions')
    .set({ lifted_at: tx.now })
    .where('organization_id', '=', service.organization)
    .where('service_id', '=', service.id)
    .where('reason', '=', reason)
    .where('lifted_at', 'is', null)
    .execute();
  const left = service.suspendedFor.filter((other) => other !== reason);
  const anew = await timeOnHold(tx, service, reason);
  await writeService(tx, service, { suspended_for: left, ...anew });
  if (anew) await agreeOnUse(tx, service, { ...service, from: anew.period_to, anchor: anew.anchor_on });
  emitAbout(tx, service, left.length === 0 ? serviceResumed : serviceSuspensionLifted, { reason });
}

async function timeOnHold(tx: Tx, service: Service, reason: SuspensionReason) {
  if (reason !== 'non_payment') return null;
  const found = await findChangePolicy(tx.db, service.planId);
  const anew = timeAfterHold(service, todayOf(service, tx.now), found?.policy.onHold ?? 'skip');
  if (!anew) return null;
  const { anchorOn, period, nextInvoiceOn } = anew;
  const { cycle } = service;
  return {
    ...termRecut(service, { from: period.to, cycle, anchor: anchorOn }),
    discounts: JSON.stringify(prepaidAnew(service, { from: period.to, cycle, anchor: anchorOn })),
    anchor_on: anchorOn,
    period_from: period.from,
    period_to: period.to,
    next_invoice_on: nextInvoiceOn,
  };
}

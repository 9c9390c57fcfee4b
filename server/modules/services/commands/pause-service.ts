import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { keptDays, pauseTellDay } from '../domain/pause.ts';
import type { Pause } from '../domain/pause.ts';
import { serviceAbilities } from '../domain/service-states.ts';
import { pausePlanned, servicePaused } from '../events.ts';
import { lockService, refuse, todayOf } from '../service.ts';
import type { Service, ServiceKey } from '../service.ts';
import { agreeOnUse } from './agree-on-use.ts';
import { emitAbout, writeService } from './write-service.ts';

export interface AskedPause extends ServiceKey {
  pause: Pause;
  /** Null: staff. */
  by: Id<'person'> | null;
  /** Minor units with tax that come back. */
  credit: bigint;
}

/**
 * Pauses a service today, or agrees on it for the end of what is paid for: from then on no period is invoiced. What was invoiced for time
 * that has not begun has to be taken back before. Not for the portal's scope. Errors: `wrong_state`.
 */
export async function pauseService(
  tx: Tx,
  { organization, service: id, pause, by, credit }: AskedPause,
): Promise<void> {
  const service = await lockService(tx, organization, id);
  const { pause: may } = serviceAbilities('staff', service);
  if (may !== true) refuse(may.no);
  if (service.pause) refuse('pause_planned');
  const now = pause.on <= todayOf(service, tx.now);
  await tx.db
    .insertInto('services.pauses')
    .values({
      organization_id: organization,
      id: tx.newId(),
      service_id: id,
      begins_on: pause.on,
      resume_on: pause.resumeOn,
      unused: pause.unused,
      kept_days: keptDays({ pause, paidThrough: service.paidThrough }),
      credit,
      currency: service.currency,
      by_staff: by === null,
      asked_by: by,
      asked_at: tx.now,
    })
    .execute();
  await writeService(tx, service, {
    next_invoice_on: null,
    pause_on: pause.on,
    resume_on: pause.resumeOn,
    pause_unused: pause.unused,
    pause_tell_on: pauseTellDay(pause),
  });
  if (now) return begin(tx, { ...service, pause });
  emitAbout(tx, service, pausePlanned, { on: pause.on, resumeOn: pause.resumeOn });
}

/** The day has come from which it is paused. Does nothing before it, and to what has ended meanwhile. */
export async function beginPause(tx: Tx, key: ServiceKey): Promise<void> {
  const service = await lockService(tx, key.organization, key.service);
  const { pause, state } = service;
  if (!pause || (state !== 'active' && state !== 'past_due') || pause.on > todayOf(service, tx.now)) return;
  await begin(tx, service);
}

async function begin(tx: Tx, service: Service): Promise<void> {
  const { pause, paidThrough } = service;
  const { on, resumeOn, unused } = pause!;
  await writeService(tx, service, {
    state: 'paused',
    // What was given back is not paid for any more.
    ...(unused === 'credit' && paidThrough && paidThrough > on && { paid_through: on }),
  });
  await tx.db
    .updateTable('services.pauses')
    .set({ began_at: tx.now })
    .where('organization_id', '=', service.organization)
    .where('service_id', '=', service.id)
    .where('ended_at', 'is', null)
    .execute();
  // Use costs nothing while it is paused: what was used before is billed by itself.
  const { cycle } = service;
  await agreeOnUse(tx, service, { from: on, anchor: on, cycle, choices: {}, priceVersion: null });
  emitAbout(tx, service, servicePaused, { on, resumeOn, unused, keptDays: keptDays(service) });
}

import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { wrongState } from '../../../kernel/values/state-machine.ts';
import { resumeDeferrals } from '../../billing/index.ts';
import { findPausePolicy } from '../../catalog/index.ts';
import { lockService, resumeService, setResumeDay, todayOf } from '../../services/index.ts';
import type { ServiceKey } from '../../services/index.ts';
import { whyNotThen } from '../may-pause.ts';
import type { Actor } from '../quote.ts';

/** What staff agreed on with a client whose product leaves pauses to staff, only they end. Errors: `wrong_state` with `ask_support`. */
export async function refuseWhereStaffDecide(tx: Tx, key: ServiceKey): Promise<void> {
  const { planId, pause } = await lockService(tx, key.organization, key.service);
  const { who } = await findPausePolicy(tx.db, planId);
  if (pause && who !== 'clients') throw new Problem(wrongState, { facts: { reason: 'ask_support' } });
}

/** A paused service goes on today. Needs a transaction that sees everything. Errors: `wrong_state` with `not_paused`. */
export async function resume(tx: Tx, key: ServiceKey): Promise<void> {
  const stood = await resumeService(tx, key);
  if (stood) await resumeDeferrals(tx, [key.service], stood.on);
}

/** The day a paused service goes on by itself. Does nothing before it. */
export async function resumeWhenDue(tx: Tx, key: ServiceKey): Promise<void> {
  const service = await lockService(tx, key.organization, key.service);
  const on = service.pause?.resumeOn;
  if (service.state === 'paused' && on && on <= todayOf(service, tx.now)) await resume(tx, key);
}

/** Another day on which it goes on by itself, or none. Errors: `wrong_state` with the reason. */
export async function moveResumption(
  tx: Tx,
  { resumeOn, actor, ...key }: ServiceKey & { resumeOn: CalendarDate | null; actor: Actor },
): Promise<void> {
  const service = await lockService(tx, key.organization, key.service);
  const { pause } = service;
  if (!pause) throw new Problem(wrongState, { facts: { reason: 'not_paused' } });
  const policy = await findPausePolicy(tx.db, service.planId);
  const today = todayOf(service, tx.now);
  const reason = whyNotThen(resumeOn, { beginsOn: pause.on, today, policy, actor });
  if (reason) throw new Problem(wrongState, { facts: { reason } });
  await setResumeDay(tx, service, resumeOn);
}

import type { Tx } from '../../../kernel/db/tx.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { addDays } from '../../../kernel/values/dates.ts';
import { serviceStates } from '../domain/service-states.ts';
import { beginDiscounts } from '../domain/discounts.ts';
import { billsPeriods, nextInvoiceDay, periodFrom } from '../domain/terms.ts';
import { serviceActivated } from '../events.ts';
import { lockService, todayOf, type ServiceKey } from '../service.ts';
import { serviceRules } from '../settings.ts';
import { agreeOnUse } from './agree-on-use.ts';
import { termBegun } from './end-with-term.ts';
import { emitAbout, writeService } from './write-service.ts';

/**
 * Begins a pending service today: with its trial when it has one, otherwise with its first period, which counts as paid. Does nothing
 * to one that has begun. Errors: `wrong_state` when it has ended.
 */
export async function activateService(tx: Tx, { organization, service: id }: ServiceKey): Promise<void> {
  const service = await lockService(tx, organization, id);
  if (service.state !== 'pending' && service.state !== 'ended') return;
  const trial = service.trialDays > 0;
  serviceStates.assertMove(service.state, trial ? 'trialing' : 'active');

  const { value: rules } = await readSetting(tx.db, serviceRules);
  const today = todayOf(service, tx.now);
  const trialEndsOn = trial ? addDays(today, service.trialDays) : null;
  const anchor = trialEndsOn ?? today;
  const first = trialEndsOn ? { from: today, to: trialEndsOn } : periodFrom(today, service.cycle, anchor);
  const bills = billsPeriods(service) && first !== null;
  const begun = service.term && termBegun(service.term, { from: anchor, cycle: service.cycle, anchor });
  const ends = !trial && begun && first && service.term!.follows === 'ends' && first.to >= begun.term_ends_on;
  await writeService(tx, service, {
    state: trial ? 'trialing' : 'active',
    activated_at: tx.now,
    anchor_on: anchor,
    trial_ends_on: trialEndsOn,
    period_from: trial ? null : (first?.from ?? null),
    period_to: trial ? null : (first?.to ?? null),
    paid_through: first?.to ?? null,
    discounts: JSON.stringify(beginDiscounts(service.discounts, anchor)),
    ...begun,
    next_invoice_on:
      bills && !ends ? nextInvoiceDay({ ...first, trial }, service, rules.renewalLeadDays) : null,
  });
  await agreeOnUse(tx, service, { ...service, from: anchor, anchor });
  emitAbout(tx, service, serviceActivated, {
    planId: service.planId,
    provisioner: service.provisioner,
    trialEndsOn,
  });
}

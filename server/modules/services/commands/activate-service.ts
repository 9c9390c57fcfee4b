import type { Tx } from '../../../kernel/db/tx.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { addDays, dateIn, dayOf, daysBetween } from '../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { anchorFor, firstPaid, priceOfDays } from '../domain/bill-day.ts';
import { serviceStates } from '../domain/service-states.ts';
import { beginDiscounts } from '../domain/discounts.ts';
import type { ServiceDiscount } from '../domain/discounts.ts';
import { billsPeriods, firstWholeFrom, nextInvoiceDay, periodFrom } from '../domain/terms.ts';
import type { Period } from '../domain/terms.ts';
import { serviceActivated } from '../events.ts';
import { lockService, todayOf, type Service, type ServiceKey } from '../service.ts';
import { serviceRules } from '../settings.ts';
import { agreeOnUse } from './agree-on-use.ts';
import { termBegun } from './end-with-term.ts';
import { emitAbout, writeService } from './write-service.ts';

/**
 * Begins a pending service today: with its trial when it has one, otherwise with its first period, which counts as paid. One that is billed on
 * a day of the month was sold from the day it was ordered on; what of that is over by now comes off the
 * next period. Does nothing to one that has begun. Errors: `wrong_state` when it has ended.
 */
export async function activateService(tx: Tx, { organization, service: id }: ServiceKey): Promise<void> {
  const service = await lockService(tx, organization, id);
  if (service.state !== 'pending' && service.state !== 'ended') return;
  const trial = service.trialDays > 0;
  serviceStates.assertMove(service.state, trial ? 'trialing' : 'active');

  const { value: rules } = await readSetting(tx.db, serviceRules);
  const today = todayOf(service, tx.now);
  const trialEndsOn = trial ? addDays(today, service.trialDays) : null;
  const { cycle, billDay } = service;
  const begins = trialEndsOn ?? today;
  const anchor = anchorFor(begins, cycle, billDay);
  const whole = firstWholeFrom(begins, dayOf(anchor));
  const sold = trial ? null : await soldDays(tx, service);
  const first = trialEndsOn
    ? { from: today, to: trialEndsOn }
    : sold
      ? sold.to > today
        ? { from: today, to: sold.to }
        : { from: sold.from, to: today }
      : periodFrom(today, cycle, anchor);
  const promised = beginDiscounts(service.discounts, whole, anchor);
  const bills = billsPeriods(service) && first !== null;
  const begun = service.term && termBegun(service.term, { from: whole, cycle, anchor });
  const ends = !trial && begun && first && service.term!.follows === 'ends' && first.to >= begun.term_ends_on;
  await writeService(tx, service, {
    state: trial ? 'trialing' : 'active',
    activated_at: tx.now,
    anchor_on: anchor,
    trial_ends_on: trialEndsOn,
    period_from: trial ? null : (first?.from ?? null),
    period_to: trial ? null : (first?.to ?? null),
    paid_through: first?.to ?? null,
    discounts: JSON.stringify([...promised, ...notHad(service, { sold, first, today, anchor }, promised)]),
    ...begun,
    next_invoice_on:
      bills && !ends ? nextInvoiceDay({ ...first, trial }, service, rules.renewalLeadDays) : null,
  });
  await agreeOnUse(tx, service, { ...service, from: begins, anchor });
  emitAbout(tx, service, serviceActivated, {
    planId: service.planId,
    provisioner: service.provisioner,
    trialEndsOn,
  });
}

/** The days a service was sold for that is billed on a day of the month: from that on which it was ordered; null for any other. */
async function soldDays(tx: Tx, service: Service): Promise<Period | null> {
  if (!service.billDay) return null;
  const { created_at: ordered } = await tx.db
    .selectFrom('services.services')
    .select('created_at')
    .where('organization_id', '=', service.organization)
    .where('id', '=', service.id)
    .executeTakeFirstOrThrow();
  const on = dateIn(service.timeZone, ordered);
  return firstPaid(on, service.cycle, service.billDay);
}

/** Days that were paid for with the order and were over before it began come off the next whole period. */
function notHad(
  service: Service,
  {
    sold,
    first,
    today,
    anchor,
  }: { sold: Period | null; first: Period | null; today: CalendarDate; anchor: CalendarDate },
  promised: readonly ServiceDiscount[],
): ServiceDiscount[] {
  const { id, cycle } = service;
  if (!sold || !first || sold.from >= today) return [];
  const over = { from: sold.from, to: sold.to < today ? sold.to : today };
  const amount = Number(priceOfDays(service, promised, over, anchor));
  if (amount === 0) return [];
  const days = daysBetween(over.from, over.to);
  const from = firstWholeFrom(first.to, dayOf(anchor));
  const names = {
    id: `${days} hari yang dibayar sebelum layanan mulai`,
    en: days === 1 ? '1 day paid for before it began' : `${days} days paid for before it began`,
  };
  const until = periodFrom(from, cycle, anchor)!.to;
  return [
    {
      redemption: id,
      names,
      percent: null,
      amount,
      cycle,
      plans: [],
      cycles: [],
      periods: 1,
      from,
      until,
      prepaid: true,
    },
  ];
}

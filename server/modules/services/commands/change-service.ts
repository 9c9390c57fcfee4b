import type { Tx } from '../../../kernel/db/tx.ts';
import { readSetting } from '../../../kernel/settings.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import type { Json } from '../../../kernel/values/json.ts';
import type { AgreedTerm } from '../../catalog/index.ts';
import { anchorFor, prepaidAnew } from '../domain/bill-day.ts';
import { withoutPrepaid } from '../domain/discounts.ts';
import { stopsOn, termAfterChange } from '../domain/fixed-term.ts';
import { billsPeriods, isMetered, nextInvoiceDay, type Period, type Terms } from '../domain/terms.ts';
import { serviceChangeScheduled, serviceChangeWithdrawn, serviceChanged } from '../events.ts';
import { lastPeriod, lockService, refuse, todayOf, type Service, type ServiceKey } from '../service.ts';
import { serviceRules } from '../settings.ts';
import { agreeOnUse } from './agree-on-use.ts';
import { periodKept } from './cancel-service.ts';
import { noneComing } from './reprice-service.ts';
import { emitAbout, writeService } from './write-service.ts';

/** New terms with how the service is set up under them. */
export interface ChangedTerms extends Terms {
  /** For how long it is agreed on from then on, where it is not yet. */
  readonly term?: AgreedTerm | null;
  readonly provisionerConfiguration: Json;
}

/**
 * What a service is and costs from now on: its next period is invoiced at the new price, whatever was agreed before for later.
 * `begins`: a first period at the new terms that counts as paid, from which time is cut anew. `from`: the day use is counted at them, today
 * where nothing is said. Not for the portal's scope. Errors:
 * `wrong_state` when it has ended.
 */
export async function changeService(
  tx: Tx,
  {
    organization,
    service: id,
    terms,
    begins,
    from,
  }: ServiceKey & { terms: ChangedTerms; begins: Period | null; from?: CalendarDate },
): Promise<void> {
  const service = await lockService(tx, organization, id);
  if (service.state === 'ended') refuse('ended');
  const { value: rules } = await readSetting(tx.db, serviceRules);
  const last = begins ?? lastPeriod(service);
  const cut = cutAnew(service, { terms, begins, from });
  const inTerm = termOf(service, {
    ...terms,
    begins,
    from,
    last,
    anchor: cut?.anchor_on ?? service.anchorOn,
  });
  const over =
    last !== null &&
    stopsOn({ ...service, ...(inTerm?.term_ends_on && { termEndsOn: inTerm.term_ends_on }) }, last.to);
  const bills = billsPeriods(terms) && last !== null && service.state !== 'cancel_scheduled' && !over;
  // Use is billed when its period is over, all else ahead.
  const otherDay = isMetered(terms) !== isMetered(service);
  const starts = begins !== null || otherDay || (!billsPeriods(service) && bills);
  await writeService(tx, service, {
    plan_id: terms.planId,
    names: JSON.stringify(terms.names),
    quantity: terms.quantity,
    choices: JSON.stringify(terms.choices),
    cycle: terms.cycle,
    recurring: terms.recurring,
    price_version: terms.priceVersion,
    taxable: terms.taxable,
    provisioner_configuration: JSON.stringify(terms.provisionerConfiguration),
    ...cut,
    ...(begins && {
      period_from: begins.from,
      period_to: begins.to,
      paid_through: begins.to,
      moved: '[]',
      discounts: JSON.stringify(
        prepaidAnew(service, {
          from: begins.to,
          cycle: terms.cycle,
          anchor: cut?.anchor_on ?? begins.from,
        }),
      ),
    }),
    ...(starts || !bills
      ? { next_invoice_on: bills ? nextInvoiceDay(last, terms, rules.renewalLeadDays) : null }
      : {}),
    ...inTerm,
    ...noneNext,
    // It was bought anew at the prices of that day.
    ...noneComing,
    changing_until: null,
  });
  const today = todayOf(service, tx.now);
  const anchor = cut?.anchor_on ?? service.anchorOn ?? today;
  const [since, first] = [from ?? today, begins?.from ?? anchor];
  await agreeOnUse(tx, service, { ...terms, from: since > first ? since : first, anchor });
  emitAbout(tx, service, serviceChanged, told(service, terms));
}

/**
 * Agrees on terms from the first day of a period that is not invoiced yet: that period is invoiced at them, and the service becomes so
 * on that day. Not for the portal's scope.
 */
export async function scheduleChange(
  tx: Tx,
  { organization, service: id, on, terms }: ServiceKey & { on: CalendarDate; terms: ChangedTerms },
): Promise<void> {
  const service = await lockService(tx, organization, id);
  const { provisionerConfiguration, ...rest } = terms;
  await writeService(tx, service, {
    next_on: on,
    next_terms: JSON.stringify({ ...rest, recurring: String(rest.recurring) }),
    next_configuration: JSON.stringify(provisionerConfiguration),
    ...noneComing,
  });
  emitAbout(tx, service, serviceChangeScheduled, { on, ...told(service, terms) });
}

/** The service stays as it is. Errors: `wrong_state` with `already_invoiced` when the first period at the new terms is invoiced. */
export async function withdrawChange(tx: Tx, { organization, service: id }: ServiceKey): Promise<void> {
  const service = await lockService(tx, organization, id);
  if (!service.nextTerms) return;
  const { on } = service.nextTerms;
  if (service.period && service.period.to > on) refuse('already_invoiced');
  await writeService(tx, service, noneNext);
  emitAbout(tx, service, serviceChangeWithdrawn, { on });
}

/**
 * What was invoiced for the time after `paidThrough` counts as not invoiced any more, since its invoice was taken back: the run invoices
 * it again, as it is agreed then.
 */
export async function forgetUnpaidPeriod(tx: Tx, { organization, service: id }: ServiceKey): Promise<void> {
  const service = await lockService(tx, organization, id);
  const { period, paidThrough } = service;
  if (!period || !paidThrough || period.from < paidThrough) return;
  const kept = periodKept(service, paidThrough);
  const last = lastPeriod({ ...service, period: kept });
  const { value: rules } = await readSetting(tx.db, serviceRules);
  await writeService(tx, service, {
    period_from: kept?.from ?? null,
    period_to: kept?.to ?? null,
    next_invoice_on:
      last && billsPeriods(service) && !stopsOn(service, last.to)
        ? nextInvoiceDay(last, service, rules.renewalLeadDays)
        : null,
  });
}

/** While a change waits for its payment, until an instant at the longest, no period is invoiced; null: it waits no more. */
export async function holdForChange(
  tx: Tx,
  { organization, service: id, until }: ServiceKey & { until: Date | null },
): Promise<void> {
  await writeService(tx, await lockService(tx, organization, id), { changing_until: until });
}

/** The day has come from which other terms hold. Does nothing before it. */
export async function beginScheduled(tx: Tx, key: ServiceKey): Promise<void> {
  const service = await lockService(tx, key.organization, key.service);
  const { nextTerms } = service;
  if (!nextTerms || nextTerms.on > todayOf(service, tx.now) || service.state === 'ended') return;
  const { next_configuration } = await tx.db
    .selectFrom('services.services')
    .select('next_configuration')
    .where('organization_id', '=', key.organization)
    .where('id', '=', key.service)
    .executeTakeFirstOrThrow();
  const terms = { ...nextTerms, provisionerConfiguration: next_configuration as Json };
  await changeService(tx, { ...key, terms, begins: null, from: nextTerms.on });
}

/** The columns of the term that holds after a change; null where it stays as it is. */
function termOf(service: Service, change: Parameters<typeof termAfterChange>[1]) {
  const after = termAfterChange(service, change);
  if (!after) return null;
  return 'term' in after
    ? { term: JSON.stringify(after.term), term_ends_on: after.endsOn, term_tell_on: after.tellOn }
    : { term_ends_on: after.endsOn };
}

/** How periods are cut from now on, where that is another way: anew, or from the next one on by the day of the month of its new plan. */
function cutAnew(
  service: Service,
  { terms, begins, from }: { terms: ChangedTerms; begins: Period | null; from: CalendarDate | undefined },
) {
  const { cycle, billDay } = terms;
  const trialEnds = service.state === 'trialing' ? service.trialEndsOn : null;
  const first = begins?.from ?? (billDay && (from ?? trialEnds));
  if (!first) return null;
  return {
    anchor_on: anchorFor(first, cycle, billDay ?? null),
    bill_day: billDay ? JSON.stringify(billDay) : null,
  };
}

const noneNext = { next_on: null, next_terms: null, next_configuration: null };

function told(service: Service, after: Terms) {
  const part = ({ planId, names, quantity, cycle, recurring }: Terms) => ({
    planId,
    names: { ...names },
    quantity,
    cycle,
    recurring: Number(recurring),
  });
  return { before: part(service), after: part(after), currency: service.currency };
}

/** Days that were paid for and not had have been given back otherwise. */
export async function forgetPrepaid(tx: Tx, { organization, service: id }: ServiceKey): Promise<void> {
  const service = await lockService(tx, organization, id);
  const rest = withoutPrepaid(service.discounts);
  if (rest.length < service.discounts.length)
    await writeService(tx, service, { discounts: JSON.stringify(rest) });
}

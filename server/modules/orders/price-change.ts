import type { Db } from '../../kernel/db/types.ts';
import { startOfDay } from '../../kernel/values/dates.ts';
import type { CalendarDate } from '../../kernel/values/dates.ts';
import { Problem } from '../../kernel/values/errors.ts';
import { wrongState } from '../../kernel/values/state-machine.ts';
import { describeLeaving, feeForLeaving, leavingLine, owedForDays } from '../billing/index.ts';
import type { LeavingFee } from '../billing/index.ts';
import {
  invoicePreviewer,
  netOf,
  passedUpTo,
  previewGivingBack,
  previewSettings,
  settle,
  whyNotGranted,
} from '../billing/index.ts';
import type { ChangeLine, GivenUp, InvoicePreviewer, NewLine, PaidPart, Period } from '../billing/index.ts';
import { configure, findChangePolicy } from '../catalog/index.ts';
import type { ChangePolicy, ConfiguredPlan, RecurringCycle } from '../catalog/index.ts';
import { readSettings } from '../../kernel/settings.ts';
import {
  anchorFor,
  billsPeriods,
  discountsOn,
  invoiceDay,
  isBelowCommitted,
  isBound,
  isMetered,
  nextInvoiceDay,
  periodFrom,
  priceOfDays,
  serviceRules,
  todayOf,
} from '../services/index.ts';
import type { ChangedTerms, PeriodDiscount, Service } from '../services/index.ts';
import { changeNotOffered, nothingChanges } from './change-contract.ts';
import type { Asked } from './change-contract.ts';
import { describe } from './domain/change-wording.ts';
import { addedSetup, sameChoices } from './domain/chosen.ts';
import { opensAhead } from './queries/owes-for-now.ts';
import { directionOf } from './domain/direction.ts';
import { dayOfPeriods, firstPeriod, offOf, paidPeriods } from './paid-periods.ts';
import { mayChange, mayEnd } from './may-change.ts';

/** All that a change is, at one instant: what was shown and what will be billed come from here. */
export interface PricedChange {
  service: Service;
  direction: 'upgrade' | 'downgrade' | 'end';
  when: 'now' | 'period_end';
  effectiveOn: CalendarDate;
  /** Null: it ends. */
  terms: ChangedTerms | null;
  priceVersion: number | null;
  begins: Period | null;
  lines: readonly (ChangeLine & { description: { id: string; en: string } })[];
  tax: bigint;
  total: bigint;
  credit: bigint;
  /** What credit notes are made of, where something is given back. */
  givenUp: GivenUp | null;
  forfeits: boolean;
  /** What leaving before the end of a term costs; `total` is that with tax. */
  fee: LeavingFee | null;
  next: { total: bigint; issuedOn: CalendarDate; from: CalendarDate } | null;
  /** How many more are taken out of the stock. */
  stock: number;
}

/** What of the settings decides about changes: in one statement, along with whatever is asked for with it. */
export async function readChangeSettings(db: Db) {
  const [rules, ...billing] = await readSettings(db, serviceRules, ...previewSettings);
  return { rules, billing };
}

type ChangeSettings = Awaited<ReturnType<typeof readChangeSettings>>;

/**
 * What it comes to when a service becomes what is asked for at `at`, at the prices of `pricesAt`. Needs to see everything. Errors: `wrong_state` with the reason,
 * those of `configure`, `change_not_offered`, `nothing_changes`.
 */
export async function priceChange(
  db: Db,
  asking: {
    service: Service;
    settings: ChangeSettings;
    asked: Asked;
    at: Date;
    pricesAt: Date;
    actor: 'client' | 'staff';
  },
): Promise<PricedChange> {
  const { service, asked, at, pricesAt, actor } = asking;
  const { rules, billing } = asking.settings;
  const may =
    asked.what === 'end'
      ? mayEnd(service, actor, todayOf(service, at))
      : await mayChange(db, service, actor, at);
  if (may !== true) throw new Problem(wrongState, { facts: { reason: may.no } });
  if ((await whyNotGranted(db, service)) === 'payment_pending')
    throw new Problem(wrongState, { facts: { reason: 'payment_pending' } });
  const [found, preview, priced] = await Promise.all([
    findChangePolicy(db, service.planId),
    invoicePreviewer(db, { organization: service.organization, at, settings: billing }),
    asked.what === 'end' || asked.cycle === 'one_time' ? null : configureFor(db, service, asked, pricesAt),
  ]);
  const policy = found?.policy ?? none;
  const today = todayOf(service, at);
  const passed = passedUpTo(service, today);
  const paid = paidPeriods(service, passed);
  if (asked.what === 'end') {
    const since = passed === today ? at : startOfDay(passed, service.timeZone);
    return priceEnd(db, { service, policy, paid, at: since, today, preview });
  }

  if (!priced || !found || asked.cycle === 'one_time') throw new Problem(changeNotOffered);
  if (priced.productId !== found.productId) throw new Problem(changeNotOffered);
  if (isTheSame(service, priced)) throw new Problem(nothingChanges);
  const before = { cycle: service.cycle as RecurringCycle, recurring: service.recurring };
  const after = { cycle: asked.cycle, recurring: priced.recurring };
  const direction = directionOf(before, after);
  const offered = actor === 'staff' && policy[direction] === 'never' ? 'now' : policy[direction];
  if (offered === 'never') throw new Problem(changeNotOffered);
  const trial = service.state === 'trialing';
  const billDay = priced.billDay;
  const otherDay = billDay !== null && service.anchorOn !== null && billDay.day !== dayOfPeriods(service);
  const when = offered === 'period_end' && paid.length > 0 && !trial ? 'period_end' : 'now';
  const anew = when === 'now' && !trial && (asked.cycle !== service.cycle || otherDay || paid.length === 0);
  const begins = anew && billsPeriods(priced) ? firstPeriod(today, asked.cycle, billDay) : null;
  const setup = when === 'now' ? addedSetup(service.choices, priced.choices, priced.quantity) : 0n;
  const lines =
    when === 'period_end'
      ? []
      : settle({
          at,
          zone: service.timeZone,
          // Time cut anew is paid from its first day, so what was paid for it before comes back in any case.
          proration: begins && policy.proration === 'none' ? 'day' : policy.proration,
          paid: trial ? [] : wholeOf(paid),
          before: { quantity: service.quantity, price: service.recurring },
          after: { quantity: priced.quantity, price: priced.recurring, off: offOf(service, priced) },
          begins,
          setup,
        });
  const money = await moneyOf(db, {
    service,
    policy,
    lines,
    paid,
    taxable: priced.taxable,
    names: priced.names,
    off: (period) => discountsOn(priced, service.discounts, period),
    preview,
  });
  const effectiveOn = when === 'now' ? today : paid.at(-1)!.to;
  const less = direction === 'downgrade' && actor === 'client' && policy.inTerm !== 'allow';
  if (less && isBound(service, effectiveOn) && isBelowCommitted(service.term!, after))
    throw new Problem(wrongState, { facts: { reason: 'below_commitment' } });
  return {
    ...money,
    service,
    direction,
    when,
    effectiveOn,
    fee: null,
    terms: termsOf(priced, service),
    priceVersion: priced.priceVersion,
    begins: begins && { from: begins.from, to: begins.to },
    next: nextInvoice(preview, {
      service,
      priced,
      begins,
      when,
      effectiveOn,
      leadDays: rules.renewalLeadDays,
      at,
    }),
    stock: Math.max(0, priced.quantity - service.quantity),
  };
}

function configureFor(
  db: Db,
  { currency, quantity: held }: Service,
  { what: _what, plan, ...selection }: Extract<Asked, { what: 'change' }>,
  at: Date,
): Promise<ConfiguredPlan> {
  return configure(db, { ...selection, plan, currency, held, at });
}

const none: ChangePolicy = {
  upgrade: 'never',
  downgrade: 'never',
  proration: 'none',
  unused: 'none',
  onHold: 'skip',
  inTerm: 'refuse',
};

async function priceEnd(
  db: Db,
  about: {
    service: Service;
    policy: ChangePolicy;
    paid: PaidPart[];
    at: Date;
    today: CalendarDate;
    preview: InvoicePreviewer;
  },
): Promise<PricedChange> {
  const { service, paid, at, today, preview } = about;
  const left = settle({
    at,
    zone: service.timeZone,
    proration: about.policy.proration === 'none' ? 'day' : about.policy.proration,
    // What is owed is not given back.
    paid: service.state === 'trialing' ? [] : wholeOf(paid),
    before: { quantity: service.quantity, price: service.recurring },
    after: null,
    begins: null,
    setup: 0n,
  });
  const { taxable, names } = service;
  const forfeits = about.policy.unused === 'none' && netOf(left) < 0n;
  // Days that were paid for and not had are nobody's unused time: they come back in any case.
  const owed = owedForDays(service, today);
  const lines = [...(forfeits ? [] : left), ...(owed ? [daysPaid(owed.price)] : [])];
  const policy = { ...about.policy, unused: 'credit' } as const;
  const since = owed?.since;
  const money = await moneyOf(db, {
    service,
    policy,
    lines,
    paid,
    taxable,
    names,
    preview,
    ...(since && { since }),
  });
  const unused = money.givenUp ? money.givenUp.price - (owed?.price ?? 0n) : 0n;
  const fee = feeForLeaving(service, passedUpTo(service, today), unused);
  const asked = fee && preview(service.currency, [leavingLine(service, fee)]);
  return {
    ...money,
    forfeits,
    ...(fee && {
      lines: [...money.lines, lineOf(fee, names)],
      total: asked!.total,
      tax: money.tax + asked!.tax,
    }),
    fee,
    service,
    direction: 'end',
    when: 'now',
    effectiveOn: today,
    terms: null,
    priceVersion: null,
    begins: null,
    next: null,
    stock: 0,
  };
}

function lineOf(fee: LeavingFee, names: Service['names']): PricedChange['lines'][number] {
  const line = { rule: 'leaving', quantity: 1, period: null, of: null, share: null } as const;
  return { ...line, price: fee.amount, amount: fee.amount, description: describeLeaving(names) };
}

function daysPaid(price: bigint): ChangeLine {
  const line = { rule: 'days_paid', quantity: 1, period: null, of: null, share: null } as const;
  return { ...line, price: -price, amount: -price };
}

const wholeOf = (paid: readonly PaidPart[]) => paid.map(({ from, to, price }) => ({ from, to, price }));

function isTheSame(service: Service, priced: ConfiguredPlan): boolean {
  const { planId, cycle, quantity } = priced;
  const same = planId === service.planId && cycle === service.cycle && quantity === service.quantity;
  return same && sameChoices(service.choices, priced.choices);
}

function termsOf(priced: ConfiguredPlan, service: Service): ChangedTerms {
  const { planId, names, quantity, choices, cycle, recurring, ...rest } = priced;
  const { taxable, priceVersion, provisionerConfiguration, billDay } = rest;
  return {
    planId,
    names,
    quantity,
    choices,
    cycle,
    recurring,
    taxable,
    priceVersion,
    provisionerConfiguration,
    ...(billDay && { billDay }),
    ...(service.termEndsOn === null && priced.term && { term: priced.term }),
  };
}

/** What comes off where each day of a period has its own share. */
const splitOf = (off: PeriodDiscount | undefined) => (off?.split ? off.parts.map(({ names }) => names) : []);

/** Sums with tax: what is to pay when more is charged than is given back, what comes back when it is the other way round. */
async function moneyOf(
  db: Db,
  about: {
    service: Service;
    policy: ChangePolicy;
    lines: readonly ChangeLine[];
    paid: readonly PaidPart[];
    taxable: boolean;
    names: { id: string; en: string };
    /** From when on what comes back was paid for, where that is not the running period. */
    since?: CalendarDate;
    /** What comes off what follows. */
    off?: (period: Period) => PeriodDiscount;
    preview: InvoicePreviewer;
  },
) {
  const { service, policy, lines: settled, paid, taxable, names, off } = about;
  const lines = settled.map((line) => ({
    ...line,
    description: describe(
      line,
      line.rule === 'unused_time' ? service.names : names,
      line.of && line.rule !== 'unused_time' ? splitOf(off?.(line.of)) : [],
    ),
  }));
  const net = netOf(lines);
  if (net > 0n) {
    const { total, tax } = about.preview(service.currency, invoiceLines(service, lines, taxable));
    return { lines, tax, total, credit: 0n, givenUp: null, forfeits: false };
  }
  const nothing = { lines, tax: 0n, total: 0n, credit: 0n, givenUp: null };
  if (net === 0n) return { ...nothing, forfeits: false };
  if (policy.unused === 'none') return { ...nothing, lines: [], forfeits: true };
  const of = about.since ? { since: about.since, fromOrder: true } : paid[0]!;
  const { since, fromOrder } = of;
  const givenUp = { organization: service.organization, service: service.id, price: -net, since, fromOrder };
  const { total: credit, notes } = await previewGivingBack(db, givenUp);
  const taken = notes.flatMap((note) => note.lines).reduce((sum, line) => sum + line.net, 0n);
  return { lines, tax: taken - credit, total: 0n, credit, givenUp, forfeits: false };
}

/** The lines of a change as an invoice has them. */
export function invoiceLines(
  { id, taxCategory, taxIncluded }: Pick<Service, 'id' | 'taxCategory' | 'taxIncluded'>,
  lines: readonly (ChangeLine & { description: { id: string; en: string } })[],
  taxable: boolean,
): NewLine[] {
  return lines.map(({ description, period, amount }) => ({
    serviceId: id,
    description,
    period,
    quantity: 1,
    unitPrice: amount,
    taxable,
    taxCategory: taxable ? taxCategory : 'outside',
    taxIncluded,
    why: { kind: 'proration', price: { from: 'quote' } },
  }));
}

function nextInvoice(
  preview: InvoicePreviewer,
  about: {
    service: Service;
    priced: ConfiguredPlan;
    begins: Period | null;
    when: 'now' | 'period_end';
    effectiveOn: CalendarDate;
    leadDays: number;
    at: Date;
  },
): PricedChange['next'] {
  const { service, priced, begins, when, effectiveOn, leadDays } = about;
  const { taxable, taxCategory, taxIncluded, billDay } = priced;
  const reissued = opensAhead(service) ? service.paidThrough : null;
  const from = begins?.to ?? (when === 'period_end' ? effectiveOn : (reissued ?? service.nextPeriod?.from));
  if (!billsPeriods(priced) || !from) return null;
  const cycle = priced.cycle as RecurringCycle;
  const trialEnds = service.state === 'trialing' ? service.trialEndsOn : null;
  const anew = begins?.from ?? (billDay && (when === 'period_end' ? effectiveOn : trialEnds));
  const anchor = anew ? anchorFor(anew, cycle, billDay) : (service.anchorOn ?? from);
  const unitPrice = priceOfDays(priced, service.discounts, periodFrom(from, cycle, anchor)!, anchor);
  const { total } = preview(service.currency, [
    { quantity: 1, unitPrice, discount: 0n, taxable, taxCategory, taxIncluded },
  ]);
  const issuedOn = begins
    ? nextInvoiceDay(begins, priced, leadDays)
    : isMetered(priced)
      ? later(from, todayOf(service, about.at))
      : reissued
        ? todayOf(service, about.at)
        : ((isMetered(service) ? null : service.nextInvoiceOn) ??
          (service.period ? invoiceDay(service.period, leadDays) : from));
  return { total, issuedOn, from };
}

const later = (day: CalendarDate, than: CalendarDate) => (day > than ? day : than);

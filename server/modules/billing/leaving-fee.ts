import type { CalendarDate } from '../../kernel/values/dates.ts';
import { formatDate } from '../../kernel/values/dates.ts';
import { formatMoney, money } from '../../kernel/values/money.ts';
import type { Locale } from '../../kernel/values/money.ts';
import { anchorFrom, isBound, leavingFee, periodFrom, priceOfDays, termsFrom } from '../services/index.ts';
import type { Service } from '../services/index.ts';
import type { NewLine } from './invoice-draft.ts';

/** What leaving before the end of a term costs, without tax. `remains`: what would still be asked for until then. */
export interface LeavingFee {
  readonly amount: bigint;
  readonly remains: bigint;
  readonly until: CalendarDate;
  readonly early: NonNullable<Service['term']>['early'];
}

type Leaving = Pick<
  Service,
  | 'term'
  | 'termEndsOn'
  | 'anchorOn'
  | 'period'
  | 'paidThrough'
  | 'state'
  | 'discounts'
  | 'nextTerms'
  | 'coming'
  | 'planId'
  | 'cycle'
  | 'recurring'
>;

/**
 * What it costs to leave a service on a day; null where that costs nothing. What remains is each period of the term that has not begun, at
 * its own price less what is promised off it, and `unused`: what of time that was paid for comes back.
 */
export function feeForLeaving(service: Leaving, today: CalendarDate, unused: bigint): LeavingFee | null {
  const { term, termEndsOn, anchorOn, period, paidThrough } = service;
  if (!term || !termEndsOn || !anchorOn || !isBound(service, today)) return null;
  const begun = period && period.from <= today ? period.to : anchorOn;
  let from = paidThrough && paidThrough > begun ? paidThrough : begun;
  let remains = unused;
  while (from < termEndsOn) {
    const terms = termsFrom(from, service);
    const anchor = anchorFrom(from, { anchorOn, nextTerms: service.nextTerms });
    const next = periodFrom(from, terms.cycle, anchor);
    if (!next) break;
    remains += priceOfDays(terms, service.discounts, next, anchor);
    from = next.to;
  }
  const amount = leavingFee(term, remains);
  return amount === 0n ? null : { amount, remains, until: termEndsOn, early: term.early };
}

/** The fee as a line of an invoice, which says what it follows from. */
export function leavingLine(
  {
    id,
    names,
    currency,
    taxable,
    taxCategory,
    taxIncluded,
  }: Pick<Service, 'id' | 'names' | 'currency' | 'taxable' | 'taxCategory' | 'taxIncluded'>,
  fee: LeavingFee,
): NewLine {
  return {
    serviceId: id,
    description: describeLeaving(names),
    period: null,
    quantity: 1,
    unitPrice: fee.amount,
    taxable,
    taxCategory: taxable ? taxCategory : 'outside',
    taxIncluded,
    why: { kind: 'fee', price: { from: 'agreed' }, note: whyLeaving(fee, currency) },
  };
}

export function describeLeaving(names: { id: string; en: string }) {
  return { id: `Biaya berhenti lebih awal ${names.id}`, en: `Leaving ${names.en} early` };
}

export function whyLeaving({ remains, until, early, amount }: LeavingFee, currency: Service['currency']) {
  const sum = (locale: Locale) => formatMoney(money(remains, currency), locale);
  const day = (locale: Locale) => formatDate(until, locale, 'long');
  if (early.kind === 'percent' && amount < remains) {
    const part = (locale: Locale) => String(early.percent / 100).replace('.', locale === 'id' ? ',' : '.');
    return {
      id: `${part('id')}% dari ${sum('id')} yang tersisa sampai kontrak berakhir ${day('id')}.`,
      en: `${part('en')}% of the ${sum('en')} that remains until the term ends on ${day('en')}.`,
    };
  }
  return {
    id: `Yang disepakati untuk berhenti sebelum kontrak berakhir ${day('id')}; tersisa ${sum('id')} sampai hari itu.`,
    en: `What was agreed for leaving before the term ends on ${day('en')}; ${sum('en')} remains until then.`,
  };
}

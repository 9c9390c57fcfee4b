import type { Db } from '../../kernel/db/types.ts';
import { readSetting } from '../../kernel/settings.ts';
import { addDays, dateIn, dayOf } from '../../kernel/values/dates.ts';
import type { CalendarDate } from '../../kernel/values/dates.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { Currency } from '../../kernel/values/money.ts';
import { invoicePreviewer } from '../billing/index.ts';
import type { NewLine } from '../billing/index.ts';
import { priceSelection } from '../catalog/index.ts';
import type { AgreedTerm, AgreedTermOut, PricedPlan } from '../catalog/index.ts';
import {
  anchorFor,
  beginDiscounts,
  firstWholeFrom,
  periodFrom,
  piecesOf,
  priceOfPiece,
} from '../services/index.ts';
import type { ServiceDiscount } from '../services/index.ts';
import { findOrganization } from '../organizations/index.ts';
import { applyDiscounts } from './apply-discounts.ts';
import { assessItems, linesNow, nextPayment } from './assess-items.ts';
import type { AskedItem, Quote } from './contract.ts';
import { findTerms } from './queries/terms.ts';
import { orderRules } from './settings.ts';

/**
 * What ordering these items would cost now and later, by the same prices, lines and tax as the invoice that would follow. Nothing is
 * kept. Errors: those of `assessItems`.
 */
export async function quoteOrder(
  db: Db,
  organization: Id<'organization'>,
  items: readonly AskedItem[],
  at: Date,
  code: string | null = null,
): Promise<Quote> {
  const { timeZone, ...found } = await findOrganization(db, organization);
  const currency = found.currency as Currency;
  const plans = await assessItems(db, { id: organization, currency, at }, items, priceSelection);
  return quotePlans(db, plans, { organization, currency, today: dateIn(timeZone, at), at, code });
}

/** What plans that were assessed would cost, for whoever orders them; `organization` is null for who has none yet. */
export async function quotePlans(
  db: Db,
  plans: readonly PricedPlan[],
  {
    organization,
    currency,
    today,
    at,
    code,
    client = organization,
  }: {
    organization: Id<'organization'> | null;
    currency: Currency;
    today: CalendarDate;
    at: Date;
    /** Of a promotion, as it was typed. */
    code: string | null;
    /** Who has used promotions before, where that is known of somebody who has no account. */
    client?: Id<'organization'> | null;
  },
): Promise<Quote> {
  const { value: rules } = await readSetting(db, orderRules);
  const terms = await findTerms(db);

  const promoted = await applyDiscounts(db, plans, { organization: client, code, currency, at });
  const lines = plans.flatMap((plan, index) =>
    linesNow(plan, promoted.plans[index]!, { service: null, from: 'catalog', on: today }),
  );
  const preview = await invoicePreviewer(db, { organization, at });
  const now = preview(currency, lines);
  const money = (amount: number | bigint) => ({ amount: Number(amount), currency });
  const later: Quote['later'] = [];
  for (const [index, plan] of plans.entries()) {
    const from = nextPayment(plan, today);
    if (from === null) continue;
    const begins = plan.trialDays > 0 ? from : today;
    const anchor = anchorFor(begins, plan.cycle, plan.billDay);
    const whole = (day: CalendarDate) => firstWholeFrom(day, dayOf(anchor));
    const discounts = beginDiscounts(promoted.promised(index, String), whole(begins), anchor);
    const sumFrom = (day: CalendarDate) =>
      money(preview(currency, [renewalLine(plan, discounts, { from: day, anchor })]).total);
    const total = sumFrom(from);
    const days = new Set([whole(from), ...discounts.flatMap((each) => [each.from, each.until])]);
    const afterwards = [...days]
      .flatMap((day) => (day && day > from ? [{ total: sumFrom(day), from: day }] : []))
      .toSorted((a, b) => (a.from < b.from ? -1 : 1))
      .filter((each, nth, all) => each.total.amount !== (all[nth - 1]?.total ?? total).amount);
    later.push({
      names: plan.names,
      cycle: plan.cycle,
      total,
      from,
      fixed: plan.billDay !== null && plan.trialDays === 0,
      afterwards,
    });
  }
  return {
    currency,
    items: plans.map(configuredShape),
    lines: lines.map(({ description, quantity, unitPrice, period, why }, index) => ({
      description,
      period,
      note: why?.note ?? null,
      quantity,
      unitPrice: money(unitPrice),
      discounts: (why?.discounts ?? []).map(({ names, percent, amount }) => ({
        names,
        percent,
        amount: money(amount),
      })),
      net: money(now.lines[index]!.net),
    })),
    subtotal: money(now.subtotal),
    taxes: now.taxes.map(({ label, base, tax }) => ({ label, base: money(base), tax: money(tax) })),
    total: money(now.total),
    payBy: now.total > 0n ? addDays(today, rules.unpaidDays) : null,
    later,
    code: promoted.code,
    terms: terms?.version ?? null,
  };
}

function renewalLine(
  plan: PricedPlan,
  discounts: readonly ServiceDiscount[],
  { from, anchor }: { from: CalendarDate; anchor: CalendarDate },
): NewLine {
  const { names, taxable, taxCategory, taxIncluded } = plan;
  const [piece] = piecesOf(periodFrom(from, plan.cycle, anchor)!, plan.cycle, anchor);
  const { price, off } = priceOfPiece(plan, discounts, piece!);
  const what = {
    serviceId: null,
    description: names,
    period: null,
    quantity: 1,
    unitPrice: price,
    discount: off.whole,
  };
  return { ...what, taxable, taxCategory, taxIncluded };
}

/** A term as buyers see it. */
export function termOut({ months, follows, noticeDays, early }: AgreedTerm): AgreedTermOut {
  return { months, follows, noticeDays, early };
}

function configuredShape(plan: PricedPlan): Quote['items'][number] {
  const { planId, names, quantity, cycle, trialDays, choices } = plan;
  return {
    planId,
    names,
    quantity,
    cycle,
    recurring: Number(plan.recurring),
    setup: Number(plan.setup),
    trialDays,
    introduced: plan.introduction.length > 0,
    term: plan.term && termOut(plan.term),
    billDay: plan.billDay,
    choices: choices as unknown as Quote['items'][number]['choices'],
  };
}

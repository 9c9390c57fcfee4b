import { describeQuantity, fromPlaces } from '../catalog/index.ts';
import type { MeteredCharge, Step } from '../catalog/index.ts';
import { termsFrom, calledBy, namedApart } from '../services/index.ts';
import type { Service } from '../services/index.ts';
import { quantityOf } from '../usage/index.ts';
import type { Closing, Window } from '../usage/index.ts';
import { exponentOf } from '../../kernel/values/money.ts';
import type { Currency } from '../../kernel/values/money.ts';
import { rateUsage } from './domain/charges/usage.ts';
import type { RatedCharge } from './domain/charges/usage.ts';
import type { ChargeLine } from './domain/charges/charge.ts';
import type { LineReason, UseReason } from './domain/line-reason.ts';
import { describeUse } from './domain/use-wording.ts';
import type { NewLine } from './invoice-draft.ts';

/** What use comes to as lines of an invoice, and what is noted as billed with them. */
export interface BilledUse {
  lines: NewLine[];
  closings: Omit<Closing, 'invoice'>[];
}

type Of = Pick<
  Service,
  | 'id'
  | 'names'
  | 'label'
  | 'choices'
  | 'currency'
  | 'taxable'
  | 'taxCategory'
  | 'taxIncluded'
  | 'nextTerms'
  | 'coming'
>;

/** What was used in a window by what was agreed for it. */
export function rateWindow(window: Window): RatedCharge[] {
  return rateUsage(window, window.charges, ({ meter }) => {
    const measured = window.measured[meter.id];
    return { quantity: quantityOf(meter, measured), events: BigInt(measured?.events ?? 0) };
  });
}

/**
 * The lines for windows of a service: new days by what was agreed, days billed before by what has changed since. `beside`: what else the
 * invoice asks, minor units; it is never made less than nothing, and a correction that would do so waits for another.
 */
export function usageLines(service: Of, windows: readonly Window[], beside: bigint): BilledUse {
  const rated = windows.map((window) => ({ window, charges: rateWindow(window) }));
  const all = rated.map((one) => billed(service, one.window, one.charges, true));
  const sum = all.flatMap(({ lines }) => lines).reduce((total, { unitPrice }) => total + unitPrice, beside);
  const made = sum >= 0n ? all : rated.map((one) => billed(service, one.window, one.charges, false));
  return { lines: made.flatMap(({ lines }) => lines), closings: made.map(({ closing }) => closing) };
}

function billed(service: Of, window: Window, charges: readonly RatedCharge[], less: boolean) {
  const parts = charges.map((one) => {
    const before = window.charged[one.charge.meter.id];
    const amount = one.amount - BigInt(before?.amount ?? 0);
    if (amount === 0n || (amount < 0n && !less)) return { lines: [], charged: [] };
    const charged = [{ meter: one.charge.meter.id, quantity: one.quantity, amount }];
    const lines = before
      ? [correction(service, window, one, before, amount)]
      : one.lines.map((line) => lineOf(service, window, one, line));
    return { lines, charged };
  });
  return {
    lines: parts.flatMap(({ lines }) => lines),
    closing: { window, charged: parts.flatMap(({ charged }) => charged) },
  };
}

function lineOf(service: Of, window: Window, { charge, quantity }: RatedCharge, line: ChargeLine): NewLine {
  const { meter } = charge;
  const places = (value: bigint) => fromPlaces(value, meter.decimals);
  const rule = line.rule === 'minimum' ? 'minimum' : 'usage';
  const said = (locale: 'id' | 'en') => {
    const words = texts[locale];
    if (rule === 'minimum') return words.minimum;
    const used = describeQuantity(places(quantity), meter.unit, locale);
    if (line.included === 0n) return used;
    return `${used} (${words.included(describeQuantity(places(line.included), meter.unit, locale))})`;
  };
  return {
    ...common(service, window, charge, said),
    unitPrice: line.amount,
    why: why(window, {
      ...about(charge),
      rule,
      quantity: places(quantity),
      included: places(line.included),
      steps: line.steps.map((step) => stepOf(charge, step, window.currency)),
    }),
  };
}

function correction(
  service: Of,
  window: Window,
  { charge, quantity, lines }: RatedCharge,
  before: { amount: number; quantity: string },
  amount: bigint,
): NewLine {
  const { meter } = charge;
  const now = fromPlaces(quantity, meter.decimals);
  const then = fromPlaces(BigInt(before.quantity), meter.decimals);
  const said = (locale: 'id' | 'en') =>
    texts[locale].correction(
      describeQuantity(now, meter.unit, locale),
      describeQuantity(then, meter.unit, locale),
    );
  return {
    ...common(service, window, charge, said),
    unitPrice: amount,
    why: why(window, {
      ...about(charge),
      rule: 'correction',
      quantity: now,
      included: fromPlaces(lines[0]?.included ?? 0n, meter.decimals),
      steps: lines.flatMap(({ steps }) => steps.map((step) => stepOf(charge, step, window.currency))),
      before: { quantity: then, amount: before.amount },
    }),
  };
}

function common(
  service: Of,
  { from, to }: Window,
  { meter }: MeteredCharge,
  said: (locale: 'id' | 'en') => string,
) {
  const { id: serviceId, taxIncluded } = service;
  const called = calledBy(service);
  const { names, taxable } = termsFrom(from, service);
  const text = (locale: 'id' | 'en') =>
    `${namedApart(names[locale], called)} · ${meter.name[locale]}: ${said(locale)}`;
  return {
    serviceId,
    description: { id: text('id'), en: text('en') },
    period: { from, to },
    quantity: 1,
    taxable,
    taxCategory: taxable ? service.taxCategory : ('outside' as const),
    taxIncluded,
  };
}

function why({ version, currency }: Window, use: UseReason): LineReason {
  const note = describeUse(use, currency);
  return {
    kind: 'usage',
    price: { from: 'agreed', ...(version && { version: String(version) }) },
    ...(note && { note }),
    use,
  };
}

const about = ({ meter, model }: MeteredCharge): Pick<UseReason, 'meter' | 'unit' | 'model'> => ({
  meter: { ...meter.name },
  unit: { ...meter.unit },
  model,
});

/** A step in units of the meter: its price per unit in minor units, of a package, or its rate in percent. */
export function stepOf(
  { model, meter }: MeteredCharge,
  { units, each, fixed, amount }: Step,
  currency: Currency,
): UseReason['steps'][number] {
  const rates = model === 'percentage' || model === 'graduated_percentage';
  const scale = model === 'package' ? 1n : 10n ** BigInt(meter.decimals);
  const whole = each.numerator * scale * (rates ? 100n : 1n);
  const divisor = each.denominator * (rates ? 10n ** BigInt(exponentOf(currency)) : 1n);
  // All of it are powers of ten, so a few places more hold it exactly.
  const places = 12;
  return {
    units: model === 'package' ? String(units) : fromPlaces(units, meter.decimals),
    each: fromPlaces((whole * 10n ** BigInt(places)) / divisor, places),
    fixed: Number(fixed),
    amount: Number(amount),
  };
}

const texts = {
  id: {
    included: (quantity: string) => `${quantity} sudah termasuk`,
    minimum: 'sampai minimum yang disepakati',
    correction: (now: string, then: string) => `koreksi menjadi ${now} (sebelumnya ${then})`,
  },
  en: {
    included: (quantity: string) => `${quantity} included`,
    minimum: 'up to the agreed minimum',
    correction: (now: string, then: string) => `corrected to ${now} (billed before: ${then})`,
  },
};

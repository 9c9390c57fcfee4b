import { exponentOf } from '../../../kernel/format/money.ts';
import type { Locale } from '../../../kernel/session/session.ts';
import type { Charge } from '../shared/charge-words.ts';
import { parseDecimal, shift, spoken } from '../shared/decimals.ts';

export const models = [
  'standard',
  'package',
  'graduated',
  'volume',
  'percentage',
  'graduated_percentage',
] as const;
export type ModelName = (typeof models)[number];

/** A charge as it is typed: decimals and prices of a unit as text in main units, sums in minor units. */
export interface Draft {
  meter: string;
  model: ModelName;
  each: string;
  size: string;
  price: number | null;
  rate: string;
  fee: number | null;
  tiers: { upTo: string; each: string; fixed: number | null }[];
  included: string;
  minimum: number | null;
}

export const newDraft = (meter: string): Draft => ({
  meter,
  model: 'standard',
  each: '',
  size: '1000',
  price: null,
  rate: '',
  fee: 0,
  tiers: [
    { upTo: '1000', each: '', fixed: 0 },
    { upTo: '', each: '', fixed: 0 },
  ],
  included: '0',
  minimum: 0,
});

/** A charge as it would have been typed. */
export function draftOf(charge: Charge, currency: string, locale: Locale): Draft {
  const start = { ...newDraft(charge.meter.code), model: charge.model };
  const main = (each: string) => spoken(shift(each, -exponentOf(currency)), locale);
  const common = { included: spoken(charge.included, locale), minimum: charge.minimum };
  switch (charge.model) {
    case 'standard':
      return { ...start, ...common, each: main(charge.each) };
    case 'package':
      return { ...start, ...common, size: spoken(charge.size, locale), price: charge.price };
    case 'percentage':
      return { ...start, ...common, rate: spoken(charge.rate, locale), fee: charge.fee };
    default: {
      const rates = charge.model === 'graduated_percentage';
      const tiers = charge.tiers.map(({ upTo, each, fixed }) => ({
        upTo: upTo === null ? '' : spoken(upTo, locale),
        each: rates ? spoken(each, locale) : main(each),
        fixed,
      }));
      return { ...start, ...common, tiers };
    }
  }
}

/** What the API takes; null while something is no number. */
export function chargeOf(draft: Draft, currency: string, locale: Locale) {
  const decimal = (typed: string) => parseDecimal(typed, locale);
  const minor = (typed: string) => {
    const main = decimal(typed);
    const moved = main === null ? null : shift(main, exponentOf(currency));
    return moved !== null && /^\d{1,12}(\.\d{1,6})?$/.test(moved) ? moved : null;
  };
  const { meter, model, minimum } = draft;
  const included = decimal(draft.included || '0');
  if (included === null) return null;
  const common = { meter, included, minimum: minimum ?? 0 };
  switch (model) {
    case 'standard': {
      const each = minor(draft.each);
      return each === null ? null : { ...common, model, each };
    }
    case 'package': {
      const size = decimal(draft.size);
      return size === null || draft.price === null ? null : { ...common, model, size, price: draft.price };
    }
    case 'percentage': {
      const rate = decimal(draft.rate);
      return rate === null ? null : { ...common, model, rate, fee: draft.fee ?? 0 };
    }
    default: {
      const last = draft.tiers.length - 1;
      const tiers = draft.tiers.map((tier, nth) => ({
        upTo: nth === last ? null : decimal(tier.upTo),
        each: model === 'graduated_percentage' ? decimal(tier.each) : minor(tier.each),
        fixed: tier.fixed ?? 0,
      }));
      const whole = tiers.every(({ upTo, each }, nth) => each !== null && (nth === last || upTo !== null));
      return whole
        ? { ...common, model, tiers: tiers as { upTo: string | null; each: string; fixed: number }[] }
        : null;
    }
  }
}

export type AskedCharge = NonNullable<ReturnType<typeof chargeOf>>;

import { exponentOf, formatMoney, money } from '../../../kernel/values/money.ts';
import type { Currency, Locale } from '../../../kernel/values/money.ts';
import { describeQuantity, fromPlaces, toPlaces } from '../../catalog/index.ts';
import type { UseReason } from './line-reason.ts';

const places = 12;

/** How a sum for use came about, for people: "1,000 GB × Rp500 + 150.5 GB × Rp400 + Rp10,000". Null where no step says it. */
export function describeUse(
  { model, unit, steps }: Pick<UseReason, 'model' | 'unit' | 'steps'>,
  currency: Currency,
): { id: string; en: string } | null {
  if (steps.length === 0) return null;
  const rates = model === 'percentage' || model === 'graduated_percentage';
  const inLocale = (locale: Locale) =>
    steps
      .flatMap(({ units, each, fixed }) => {
        const counted = model === 'package' ? packages(units, locale) : describeQuantity(units, unit, locale);
        const price = rates ? percent(each, locale) : priceOf(each, currency, locale);
        const once = fixed > 0 ? [formatMoney(money(fixed, currency), locale)] : [];
        return [`${counted} × ${price}`, ...once];
      })
      .join(' + ');
  return { id: inLocale('id'), en: inLocale('en') };
}

const packages = (count: string, locale: Locale) =>
  describeQuantity(count, { id: 'paket', en: 'packages' }, locale);
const percent = (rate: string, locale: Locale) => describeQuantity(rate, { id: '%', en: '%' }, locale);

/** A price that may be a part of the smallest unit; as money where it is none. */
function priceOf(each: string, currency: Currency, locale: Locale): string {
  if (!each.includes('.')) return formatMoney(money(BigInt(each), currency), locale);
  const main = fromPlaces(toPlaces(each, places), places + exponentOf(currency));
  return describeQuantity(main, { id: currency, en: currency }, locale);
}

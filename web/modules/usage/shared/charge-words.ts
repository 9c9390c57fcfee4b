import type { CatalogPlan } from '../../../../server/modules/catalog/contract.ts';
import type { Formats } from '../../../kernel/format/use-format.ts';
import type { Metered } from '../text/metered-en.ts';
import { priceOf, spoken } from './decimals.ts';

export type Charge = NonNullable<CatalogPlan['prices'][number]['charges']>[number];

/** What use of one thing costs, in a line. */
export function chargeWords(charge: Charge, currency: string, words: Metered, format: Formats): string {
  const { meter, included, minimum } = charge;
  const unit = format.words(meter.unit);
  const quantity = (decimal: string) => `${spoken(decimal, format.locale)} ${unit}`;
  const money = (amount: number) => format.money({ amount, currency });
  return [
    ...prices(charge, currency, words, format),
    Number(included) > 0 && words.included(quantity(included)),
    minimum > 0 && words.least(money(minimum)),
  ]
    .filter(Boolean)
    .join(' · ');
}

function prices(charge: Charge, currency: string, words: Metered, format: Formats): string[] {
  const { locale } = format;
  const unit = format.words(charge.meter.unit);
  const money = (amount: number) => format.money({ amount, currency });
  const quantity = (decimal: string) => `${spoken(decimal, locale)} ${unit}`;
  const each = (text: string) => words.each(priceOf(text, currency, locale), unit);
  const percent = (text: string) => `${spoken(text, locale)}%`;
  switch (charge.model) {
    case 'standard':
      return [each(charge.each)];
    case 'package':
      return [words.package(money(charge.price), quantity(charge.size))];
    case 'percentage': {
      const rate = percent(charge.rate);
      return [charge.fee > 0 ? words.fee(rate, money(charge.fee)) : rate];
    }
    default: {
      const price = charge.model === 'graduated_percentage' ? percent : each;
      const tiers = charge.tiers.map((tier) => {
        const said = tier.fixed > 0 ? words.once(price(tier.each), money(tier.fixed)) : price(tier.each);
        return tier.upTo === null ? words.beyond(said) : words.upTo(said, quantity(tier.upTo));
      });
      return [tiers.join(', '), ...(charge.model === 'volume' ? [words.all] : [])];
    }
  }
}

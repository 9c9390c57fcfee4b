import { formatMoney, money } from '../../../kernel/values/money.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import type { Bilingual } from './bilingual.ts';
import type { UnitStep } from './tiers.ts';

/** What a price in tiers is made of, for people: "10 × Rp100.000 + 5 × Rp90.000". */
export function describeSteps(steps: readonly UnitStep[], currency: Currency): Bilingual {
  const inLocale = (locale: 'id' | 'en') =>
    steps
      .flatMap(({ units, each, fixed }) => [
        `${units} × ${formatMoney(money(each, currency), locale)}`,
        ...(fixed > 0 ? [formatMoney(money(fixed, currency), locale)] : []),
      ])
      .join(' + ');
  return { id: inLocale('id'), en: inLocale('en') };
}

import { addDays } from '../../kernel/values/dates.ts';
import type { Currency } from '../../kernel/values/money.ts';
import type { Fee, LateFeeRules } from './domain/dunning/late-fee.ts';
import type { NewLine } from './invoice-draft.ts';
import type { LateFeesSetting } from './settings.ts';

/** What the business set, in one currency. */
export function rulesFor(setting: LateFeesSetting, currency: Currency): LateFeeRules {
  const inCurrency = (sums: LateFeesSetting['flat']) => {
    const found = sums.find((sum) => sum.currency === currency);
    return found ? BigInt(found.amount) : null;
  };
  const { way, share, everyDays, mostShare, legalShare } = setting;
  return {
    way,
    share,
    everyDays,
    mostShare,
    legalShare,
    flat: inCurrency(setting.flat),
    most: inCurrency(setting.most),
  };
}

/** What late fees for an invoice stand as on their own; `number` is that of the invoice. */
export function feeLines(
  number: string,
  fees: readonly Fee[],
  { everyDays, taxable }: LateFeesSetting,
): NewLine[] {
  return fees.map((fee) => ({
    serviceId: null,
    description: describe(number, fee, everyDays),
    period: null,
    quantity: 1,
    unitPrice: fee.amount,
    taxable,
    why: { kind: 'fee', price: { from: 'agreed' } },
  }));
}

function describe(number: string, { on }: Fee, everyDays: number | null): { id: string; en: string } {
  if (everyDays === null)
    return { id: `Denda keterlambatan tagihan ${number}`, en: `Late fee for invoice ${number}` };
  const to = addDays(on, everyDays - 1);
  return {
    id: `Denda keterlambatan tagihan ${number}, ${on} s.d. ${to}`,
    en: `Late fee for invoice ${number}, ${on} to ${to}`,
  };
}

import type { CalendarDate } from '../../../kernel/values/dates.ts';
import type { Locale } from '../../../kernel/values/money.ts';
import type { TaxCategory } from '../../catalog/index.ts';
import type { Ratio, TaxRule } from './tax.ts';

type Texts = Readonly<Record<Locale, string>>;

/** The categories of EN 16931 (UNCL 5305): taxed, zero rated, exempt, reverse charge, within the EU, export, outside the scope. */
export const taxCodes = ['S', 'Z', 'E', 'AE', 'K', 'G', 'O'] as const;
export type TaxCode = (typeof taxCodes)[number];

/** A treasurer of the state, or another that was appointed, pays the tax on what it buys to the tax office itself. */
export const buyerKinds = ['consumer', 'business', 'treasurer', 'collector'] as const;
export type BuyerKind = (typeof buyerKinds)[number];
export const ruleBuyers = ['any', ...buyerKinds, 'eu_business', 'foreign'] as const;
export type RuleBuyer = (typeof ruleBuyers)[number];

/** Days from `from` to the one before `until`. */
export interface Span {
  readonly from: string;
  readonly until: string | null;
}

/** `registered`: since when the business charges tax (PKP in Indonesia). `oneStopShop`: what it sells to consumers elsewhere in the EU is taxed there. */
export interface TaxSeller {
  readonly country: string;
  readonly region: string;
  readonly registered: readonly Span[];
  readonly oneStopShop: boolean;
}

export interface TaxBuyer {
  readonly country: string;
  readonly kind: BuyerKind;
}

/** A tax as data. `percent` has at most three decimals. `country` 'EU' is any member state, 'ZZ' anywhere. */
export interface DatedTaxRule extends Span {
  readonly id: string;
  readonly country: string;
  readonly region: string;
  readonly category: TaxCategory;
  readonly buyer: RuleBuyer;
  readonly name: Texts;
  readonly percent: number;
  readonly base: { readonly numerator: number; readonly denominator: number };
  readonly code: TaxCode;
  readonly exemptionCode: string;
  readonly reason: Texts | null;
  readonly transactionCode: string | null;
}

/** What falls on a line, and why. `rule`: the id of the rule it comes from. */
export type TaxDecision = Omit<DatedTaxRule, 'id' | 'from' | 'until' | 'country' | 'region' | 'buyer'> & {
  readonly rule: string | null;
};

/** What rules of the European Union hold in, and the name under which they hold everywhere there. */
export const unionCountries = [
  'EU',
  ...'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' '),
];
const union = new Set(unionCountries.slice(1));
export const inUnion = (country: string) => union.has(country);

/** Taxed like what is standard where no rule says otherwise. */
const likeStandard: ReadonlySet<TaxCategory> = new Set(['reduced', 'luxury', 'digital']);

/**
 * Which tax falls on something of `category` that is sold on a day: the rule for just this buyer before the one for any, just this
 * category before the standard one, this place before wider ones, and of these the youngest. A business that is not registered charges
 * none.
 */
export function decideTax(
  seller: TaxSeller,
  buyer: TaxBuyer,
  category: TaxCategory,
  on: CalendarDate,
  rules: readonly DatedTaxRule[],
): TaxDecision {
  if (!isRegistered(seller, on)) return untaxed(category, notRegistered);
  const { place, as } = situationOf(seller, buyer);
  const places = [place, ...(inUnion(place) ? ['EU'] : []), 'ZZ'];
  const categories = likeStandard.has(category) ? [category, 'standard'] : [category];
  const rank = (rule: DatedTaxRule) => [
    rule.buyer === as ? 0 : 1,
    categories.indexOf(rule.category),
    places.indexOf(rule.country),
    rule.region === seller.region && rule.region !== '' ? 0 : 1,
  ];
  const found = rules
    .filter(
      (rule) =>
        holds(rule, on) &&
        (rule.buyer === as || rule.buyer === 'any') &&
        categories.includes(rule.category) &&
        places.includes(rule.country) &&
        (rule.region === '' || rule.region === seller.region),
    )
    .sort((a, b) => compare(rank(a), rank(b)) || (a.from < b.from ? 1 : a.from > b.from ? -1 : 0))[0];
  if (!found) return untaxed(category, noRule);
  const { name, percent, base, code, exemptionCode, reason, transactionCode, id: rule } = found;
  return { category, name, percent, base, code, exemptionCode, reason, transactionCode, rule };
}

/** Whether the business charges tax on a day. */
export function isRegistered({ registered }: TaxSeller, on: CalendarDate): boolean {
  return registered.some((span) => holds(span, on));
}

function holds({ from, until }: Span, on: CalendarDate): boolean {
  return from <= on && (until === null || on < until);
}

/** Whose rules hold, and what the buyer is to them. */
function situationOf(seller: TaxSeller, buyer: TaxBuyer): { place: string; as: RuleBuyer } {
  const { country } = seller;
  if (buyer.country === country) return { place: country, as: buyer.kind };
  if (!inUnion(country) || !inUnion(buyer.country)) return { place: country, as: 'foreign' };
  if (buyer.kind !== 'consumer') return { place: country, as: 'eu_business' };
  return { place: seller.oneStopShop ? buyer.country : country, as: 'consumer' };
}

function compare(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((part, at) => part !== b[at]);
  return index === -1 ? 0 : a[index]! - b[index]!;
}

const notRegistered: Texts = {
  id: 'Penjual tidak memungut PPN',
  en: 'The seller is not registered for VAT',
};
const noRule: Texts = { id: 'Belum ada aturan pajaknya', en: 'There is no tax rule for it' };

function untaxed(category: TaxCategory, reason: Texts): TaxDecision {
  return {
    category,
    name: { id: 'PPN', en: 'VAT' },
    percent: 0,
    base: { numerator: 1, denominator: 1 },
    code: 'O',
    exemptionCode: 'VATEX-EU-O',
    reason,
    transactionCode: null,
    rule: null,
  };
}

/** What an organization is to the tax office where nobody has said so. */
export function buyerKindOf({ kind, taxId }: { kind: BuyerKind | null; taxId: string }): BuyerKind {
  return kind ?? (taxId === '' ? 'consumer' : 'business');
}

/** The decision as arithmetic: what has one code and rate is rounded together, as EN 16931 sums it (BR-CO-17). */
export function ruleOf(decision: TaxDecision, inclusive: boolean): TaxRule {
  const { name, percent, base, code } = decision;
  return {
    code,
    rate: rateOf(percent),
    base: { numerator: BigInt(base.numerator), denominator: BigInt(base.denominator) },
    inclusive,
    rounding: 'halfAwayFromZero',
    labels: { id: `${name.id} ${decimal(percent, ',')}%`, en: `${name.en} ${decimal(percent, '.')}%` },
  };
}

export function rateOf(percent: number): Ratio {
  return { numerator: BigInt(Math.round(percent * 1000)), denominator: 100_000n };
}

function decimal(percent: number, mark: string): string {
  return String(percent).replace('.', mark);
}

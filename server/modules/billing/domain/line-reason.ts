/** What a line is for. */
export const lineKinds = [
  'recurring',
  'setup',
  'one_time',
  'usage',
  'proration',
  'discount',
  'fee',
  'manual',
] as const;
export type LineKind = (typeof lineKinds)[number];

/** Where its price comes from: the catalog of that day, what was agreed for the service, a quote, or what staff wrote. */
export const priceSources = ['catalog', 'agreed', 'quote', 'staff'] as const;
export type PriceSource = (typeof priceSources)[number];

/**
 * What use a line is for: decimals as text. `steps`: so many units at a price each in minor units, or at a rate in percent. `correction`: it
 * changes what was billed for these days before, which was `before`.
 */
export interface UseReason {
  rule: 'usage' | 'minimum' | 'correction';
  meter: { id: string; en: string };
  unit: { id: string; en: string };
  model: 'standard' | 'package' | 'graduated' | 'volume' | 'percentage' | 'graduated_percentage';
  quantity: string;
  included: string;
  steps: readonly { units: string; each: string; fixed: number; amount: number }[];
  before?: { quantity: string; amount: number };
}

/** Why a line stands on an invoice. `version`: of the price, as its source counts them; '' where it counts none. `note`: more, for people. */
export interface LineReason {
  kind: LineKind;
  price: { from: PriceSource; version?: string };
  note?: { id: string; en: string };
  use?: UseReason;
  /** What was taken off its price, in this order: hundredths of a percent, or an amount; minor units. */
  discounts?: readonly { names: { id: string; en: string }; percent: number | null; amount: number }[];
}

/** By the kind of invoice, where who wrote the line does not say. */
export const whyByDefault: Readonly<Record<'order' | 'renewal' | 'change' | 'manual', LineReason>> = {
  order: { kind: 'one_time', price: { from: 'catalog' } },
  renewal: { kind: 'recurring', price: { from: 'agreed' } },
  change: { kind: 'proration', price: { from: 'quote' } },
  manual: { kind: 'manual', price: { from: 'staff' } },
};

import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { divide } from '../../../kernel/values/money.ts';
import { defineStates } from '../../../kernel/values/state-machine.ts';
import type { StateOf } from '../../../kernel/values/state-machine.ts';
import type { Party } from '../parties.ts';
import { rateOf } from './tax-decision.ts';

/** From what the client withheld to its proof. What is never proved is owed again. */
export const withholdingStates = defineStates({
  awaiting: ['submitted', 'reopened'],
  submitted: ['proven', 'awaiting', 'reopened'],
  proven: ['reopened'],
  reopened: [],
});
export type WithholdingState = StateOf<typeof withholdingStates>;

export const withholdingKinds = ['income', 'vat'] as const;
export type WithholdingKind = (typeof withholdingKinds)[number];

export interface WithholdingTerms {
  readonly offered: boolean;
  readonly rates: readonly { from: string; percent: number; percentWithoutTaxId: number }[];
}

/** What a buyer may keep back of an invoice; amounts in minor units. `percent`: of the base, null where it is the invoice's tax. */
export interface Withheld {
  kind: WithholdingKind;
  base: bigint;
  percent: number | null;
  amount: bigint;
}

/**
 * Income tax (PPh 23) on the price without VAT, by businesses in Indonesia that buy services from one there, more of who has no tax number;
 * and the invoice's own tax, by who pays it to the tax office itself. Source: UU PPh art. 23, PMK 141/PMK.03/2015.
 */
export function withholdable(
  invoice: { issuedOn: CalendarDate; seller: Party; buyer: Party; subtotal: bigint; tax: bigint },
  terms: WithholdingTerms,
): Withheld[] {
  const { issuedOn, seller, buyer, subtotal, tax } = invoice;
  const { kind = 'consumer' } = buyer;
  if (!terms.offered || seller.country !== 'ID' || buyer.country !== 'ID' || kind === 'consumer') return [];
  const rate = terms.rates
    .filter(({ from }) => from <= issuedOn)
    .sort((a, b) => (a.from < b.from ? 1 : -1))[0];
  const percent = rate && (seller.taxId === '' ? rate.percentWithoutTaxId : rate.percent);
  const { numerator, denominator } = rateOf(percent ?? 0);
  const income = divide(subtotal * numerator, denominator, 'halfAwayFromZero');
  const collects = kind === 'treasurer' || kind === 'collector';
  return [
    ...(percent && income > 0n ? [{ kind: 'income' as const, base: subtotal, percent, amount: income }] : []),
    ...(collects && tax > 0n ? [{ kind: 'vat' as const, base: subtotal, percent: null, amount: tax }] : []),
  ];
}

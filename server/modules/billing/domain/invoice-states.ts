import { assert } from '../../../kernel/values/errors.ts';
import { compare, isZero, type Money } from '../../../kernel/values/money.ts';
import { defineStates, type StateOf } from '../../../kernel/values/state-machine.ts';

/** What the paper is. An issued invoice never changes: it is voided, or corrected by a credit note. */
export const documentStates = defineStates({
  draft: ['issued'],
  issued: ['void'],
  void: [],
});

/**
 * How much of it is paid: `settlementOf` says which. Money comes, is refunded and is charged back, so any of
 * the counted states may follow any other; even a debt that was written off may still be paid.
 */
export const settlementStates = defineStates({
  unpaid: ['partially_paid', 'paid', 'overpaid', 'written_off'],
  partially_paid: ['unpaid', 'paid', 'overpaid', 'written_off'],
  paid: ['unpaid', 'partially_paid', 'overpaid'],
  overpaid: ['unpaid', 'partially_paid', 'paid'],
  // Paid in part it stays given up: the rest is not owed again.
  written_off: ['paid', 'overpaid'],
});

/** What is being done to get it paid. */
export const collectionStates = defineStates({
  none: ['reminded', 'in_dunning', 'disputed'],
  reminded: ['none', 'in_dunning', 'disputed'],
  in_dunning: ['none', 'disputed', 'collections'],
  disputed: ['none', 'in_dunning', 'collections'],
  collections: ['none', 'disputed'],
});

export type DocumentState = StateOf<typeof documentStates>;
export type SettlementState = StateOf<typeof settlementStates>;
export type CollectionState = StateOf<typeof collectionStates>;

/** Whether somebody still owes on it. */
export function isOpen(settlement: SettlementState): boolean {
  return settlement === 'unpaid' || settlement === 'partially_paid';
}

/**
 * The counted state of an invoice of `total` on which `paid` has come in, neither negative. Nothing owed is
 * paid.
 */
export function settlementOf(total: Money, paid: Money): Exclude<SettlementState, 'written_off'> {
  assert(total.amount >= 0n && paid.amount >= 0n, 'an invoice is not negative, nor is what was paid');
  const order = compare(paid, total);
  if (order > 0) return 'overpaid';
  if (order === 0) return 'paid';
  return isZero(paid) ? 'unpaid' : 'partially_paid';
}

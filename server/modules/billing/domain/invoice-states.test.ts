import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { money } from '../../../kernel/values/money.ts';
import {
  collectionStates,
  documentStates,
  isOpen,
  settlementOf,
  settlementStates,
} from './invoice-states.ts';

describe('an invoice', () => {
  it('as a document goes one way', () => {
    expect(documentStates.sourcesOf('issued')).toEqual(['draft']);
    expect(documentStates.sourcesOf('void')).toEqual(['issued']);
    expect(documentStates.canMove('issued', 'draft')).toBe(false);
    expect(documentStates.canMove('void', 'issued')).toBe(false);
  });

  it('is written off only while something is owed, and late money still lands', () => {
    expect(settlementStates.sourcesOf('written_off')).toEqual(settlementStates.all.filter(isOpen));
    expect(settlementStates.canMove('written_off', 'paid')).toBe(true);
    expect(settlementStates.canMove('written_off', 'unpaid')).toBe(false);
  });

  it('goes to collections through dunning or a dispute, and leaves every state by being paid', () => {
    expect(collectionStates.sourcesOf('collections')).toEqual(['in_dunning', 'disputed']);
    expect(collectionStates.sourcesOf('none')).toEqual(['reminded', 'in_dunning', 'disputed', 'collections']);
    expect(collectionStates.canMove('none', 'collections')).toBe(false);
  });

  it.each([
    [100, 0, 'unpaid'],
    [100, 1, 'partially_paid'],
    [100, 99, 'partially_paid'],
    [100, 100, 'paid'],
    [100, 101, 'overpaid'],
    [0, 0, 'paid'],
    [0, 1, 'overpaid'],
  ])('of %d with %d paid is settled as %s', (total, paid, expected) => {
    expect(settlementOf(money(total, 'IDR'), money(paid, 'IDR'))).toBe(expected);
  });

  it('is never counted in two currencies or below zero', () => {
    expect(() => settlementOf(money(1, 'IDR'), money(1, 'USD'))).toThrow(/mixed/);
    expect(() => settlementOf(money(-1, 'IDR'), money(0, 'IDR'))).toThrow(/negative/);
    expect(() => settlementOf(money(1, 'IDR'), money(-1, 'IDR'))).toThrow(/negative/);
  });

  it('may move between any two counted states, as payments and refunds come', () => {
    const amount = fc.nat(5).map((minor) => money(minor, 'USD'));
    fc.assert(
      fc.property(amount, amount, amount, (total, before, after) => {
        const from = settlementOf(total, before);
        const to = settlementOf(total, after);
        expect(from === to || settlementStates.canMove(from, to)).toBe(true);
        expect(isOpen(to)).toBe(after.amount < total.amount);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';

import { defineStates, unless, type StateOf } from './state-machine.ts';

const quote = defineStates({
  draft: ['open', 'discarded'],
  open: ['accepted', 'open'],
  accepted: [],
  discarded: [],
});
type Quote = StateOf<typeof quote>;

describe('states', () => {
  it('are a table', () => {
    const all: readonly Quote[] = quote.all;
    expect(all).toEqual(['draft', 'open', 'accepted', 'discarded']);
    expect([quote.is('open'), quote.is('toString'), quote.is('')]).toEqual([true, false, false]);
    // @ts-expect-error a target that is no state does not compile
    defineStates({ draft: ['gone'] });
    // @ts-expect-error nor does asking for one
    quote.canMove('draft', 'gone');
  });

  it('move only where the table says', () => {
    const moves = all(quote.all).filter(([from, to]) => quote.canMove(from, to));
    expect(moves).toEqual([
      ['draft', 'open'],
      ['draft', 'discarded'],
      ['open', 'open'],
      ['open', 'accepted'],
    ]);
    for (const [from, to] of all(quote.all)) {
      const move = () => quote.assertMove(from, to);
      if (quote.canMove(from, to)) expect(move).not.toThrow();
      else {
        expect(move).toThrow(
          expect.objectContaining({
            kind: expect.objectContaining({ code: 'wrong_state', status: 409 }),
            facts: { from, to },
          }),
        );
      }
    }
    expect(quote.sourcesOf('open')).toEqual(['draft', 'open']);
    expect(quote.sourcesOf('draft')).toEqual([]);
  });

  it('write the check of their column', () => {
    expect(quote.sqlCheck('status')).toBe("status in ('draft', 'open', 'accepted', 'discarded')");
    expect(() => quote.sqlCheck("status'")).toThrow(/column/);
    expect(() => defineStates({ "it's": [] })).toThrow(/plain word/);
  });
});

describe('abilities', () => {
  it('are true or the first reason against', () => {
    expect(unless({ void: false, already_paid: false })).toBe(true);
    expect(unless({ void: false, already_paid: true })).toEqual({ no: 'already_paid' });
    expect(unless({ void: true, already_paid: true })).toEqual({ no: 'void' });
  });
});

function all<State>(states: readonly State[]): [State, State][] {
  return states.flatMap((from) => states.map((to): [State, State] => [from, to]));
}

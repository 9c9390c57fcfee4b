import { describe, expect, it } from 'vitest';
import { createIntention } from './intention.ts';

const counting = () => {
  let count = 0;
  return createIntention(() => `key-${++count}`);
};

describe('an intention', () => {
  it('keeps its key while the outcome is unknown', () => {
    const intention = counting();
    expect(intention.keyFor({ amount: 1 })).toBe('key-1');
    expect(intention.keyFor({ amount: 1 })).toBe('key-1');
  });

  it('is another one when what is sent changes', () => {
    const intention = counting();
    intention.keyFor({ amount: 1 });
    expect(intention.keyFor({ amount: 2 })).toBe('key-2');
  });

  it('is another one after an answer', () => {
    const intention = counting();
    intention.keyFor({ amount: 1 });
    intention.finish();
    expect(intention.keyFor({ amount: 1 })).toBe('key-2');
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { afterNews, needsApproval, refundStates } from './refund.ts';
import type { RefundState } from './refund.ts';

const news = fc.constantFrom('processing' as const, 'succeeded' as const, 'failed' as const);

it('ends once: what comes later, again or in another order changes nothing', () => {
  fc.assert(
    fc.property(fc.array(news, { maxLength: 10 }), (told) => {
      let state: RefundState = 'asked';
      let ended = 0;
      for (const status of told) {
        const next = afterNews(state, status);
        if (next === null) continue;
        state = next;
        if (state === 'done' || state === 'failed') ended++;
      }
      const first = told.find((status) => status !== 'processing');
      expect(ended).toBe(first ? 1 : 0);
      if (first) expect(state).toBe(first === 'succeeded' ? 'done' : 'failed');
    }),
  );
});

it('is not told by a gateway that was not asked', () => {
  for (const state of refundStates.all)
    if (['to_approve', 'to_pay', 'done', 'failed', 'rejected'].includes(state))
      expect(afterNews(state, 'succeeded')).toBeNull();
});

it('needs a second person by hand, above the limit, and in a currency without one', () => {
  const alone = { IDR: 1_000_000 };
  const by = (way: 'gateway' | 'transfer', amount: bigint, currency = 'IDR') =>
    needsApproval({ way, amount, currency }, alone);
  expect([by('gateway', 1_000_000n), by('gateway', 1_000_001n)]).toEqual([false, true]);
  expect([by('transfer', 1n), by('gateway', 1n, 'USD')]).toEqual([true, true]);
});

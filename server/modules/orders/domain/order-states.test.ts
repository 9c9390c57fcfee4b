import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { itemStages, mayAccept, mayCancel, mayPay, orderStates, stateOf } from './order-states.ts';
import type { ItemStage, OrderFacts } from './order-states.ts';

const facts = (over: Partial<OrderFacts>): OrderFacts => ({
  owes: false,
  canceled: false,
  items: ['waiting'],
  ...over,
});

test.each<[Partial<OrderFacts>, string]>([
  [{ owes: true }, 'pending_payment'],
  [{}, 'paid'],
  [{ items: ['setting_up', 'waiting'] }, 'in_progress'],
  [{ items: ['ready', 'waiting'] }, 'in_progress'],
  [{ items: ['ready', 'failed'] }, 'failed'],
  [{ items: ['ready', 'ready'] }, 'fulfilled'],
  [{ owes: true, items: ['ready'] }, 'pending_payment'],
  [{ canceled: true, owes: true }, 'canceled'],
])('%o is %s', (known, state) => {
  expect(stateOf(facts(known))).toBe(state);
});

describe('facts in any order', () => {
  const stage = fc.constantFrom<ItemStage>(...itemStages.all);
  const step = fc.oneof(
    fc.constant({ paid: true }),
    fc.record({ item: fc.nat(2), stage }),
    fc.constant({ canceled: true }),
  );

  test('every state that follows from one more fact may follow the one before', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const items: ItemStage[] = ['waiting', 'waiting', 'waiting'];
        let [owes, canceled] = [true, false];
        let state = stateOf({ owes, canceled, items });
        for (const each of steps) {
          if (state === 'canceled' || state === 'fulfilled') return;
          if ('paid' in each) owes = false;
          else if ('canceled' in each) canceled = true;
          else if (itemStages.canMove(items[each.item]!, each.stage)) items[each.item] = each.stage;
          const next = stateOf({ owes, canceled, items });
          if (next !== state) expect(orderStates.canMove(state, next)).toBe(true);
          state = next;
        }
      }),
    );
  });
});

test('what clients and staff may do, and why not', () => {
  const waiting = { state: 'pending_payment', paymentSeen: false } as const;
  const seen = { ...waiting, paymentSeen: true };
  const failed = { state: 'failed', paymentSeen: true } as const;
  const done = { state: 'fulfilled', paymentSeen: true } as const;
  expect([mayCancel('client', waiting), mayCancel('client', seen), mayCancel('client', failed)]).toEqual([
    true,
    { no: 'payment_pending' },
    { no: 'already_paid' },
  ]);
  expect([mayCancel('staff', seen), mayCancel('staff', failed), mayCancel('staff', done)]).toEqual([
    true,
    true,
    { no: 'already_fulfilled' },
  ]);
  expect([mayPay(waiting), mayPay(seen), mayPay(failed)]).toEqual([
    true,
    { no: 'payment_pending' },
    { no: 'already_paid' },
  ]);
  expect([mayAccept(waiting), mayAccept(failed)]).toEqual([true, { no: 'not_waiting' }]);
});

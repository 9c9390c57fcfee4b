import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { date } from '../../../kernel/values/dates.ts';
import { declineClasses } from './attempt.ts';
import { nextCharge } from './charging.ts';
import type { Chargeable, ChargeFacts, Tried } from './charging.ts';

const rules = { retryAfterDays: [1, 3, 5], hour: 9, most: { declines: 8, days: 30 } };
const card = (id: string, over: Partial<Chargeable> = {}): Chargeable => ({
  id,
  lastDay: null,
  isRefused: false,
  renewedAt: null,
  declinedAt: [],
  ...over,
});
/** 2026-01-05 is a Monday; Jakarta is seven hours ahead. */
const at = (time: string) => new Date(`2026-01-${time}:00Z`);
const tried = (
  method: string,
  when: string,
  kind: Tried['class'] = 'retry',
  code = 'insufficient_funds',
): Tried => ({
  method,
  at: at(when),
  class: kind,
  code,
});
const facts = (over: Partial<ChargeFacts>): ChargeFacts => ({
  now: at('05T04:00'),
  zone: 'Asia/Jakarta',
  rules,
  methods: [card('visa')],
  tried: [],
  ...over,
});

describe('the next charge', () => {
  test.each<[string, Partial<ChargeFacts>, object]>([
    ['the default one at once', {}, { method: 'visa', at: at('05T04:00') }],
    ['nothing without a method', { methods: [] }, { stopped: 'no_method' }],
    [
      'the next in turn at once after a decline',
      { methods: [card('visa'), card('master')], tried: [tried('visa', '05T03:59')] },
      { method: 'master', at: at('05T04:00') },
    ],
    [
      'the default one again once all were declined, a day later at nine',
      {
        methods: [card('visa'), card('master')],
        tried: [tried('visa', '05T03:58'), tried('master', '05T03:59')],
      },
      { method: 'visa', at: at('06T02:00') },
    ],
    [
      'three days after the second decline',
      { tried: [tried('visa', '05T03:59'), tried('visa', '06T02:00')] },
      { method: 'visa', at: at('09T02:00') },
    ],
    [
      'not at the weekend',
      { tried: [tried('visa', '09T03:59')], now: at('09T04:00') },
      { method: 'visa', at: at('12T02:00') },
    ],
    [
      'at once, where its time has passed',
      { tried: [tried('visa', '05T03:59')], now: at('08T01:00') },
      { method: 'visa', at: at('08T01:00') },
    ],
    [
      'no more, where it was tried as often as it may be',
      { tried: ['05T03:59', '06T02:00', '09T02:00', '14T02:00'].map((when) => tried('visa', when)) },
      { stopped: 'used_up' },
    ],
    [
      'nothing that needs the customer first',
      { tried: [tried('visa', '05T03:59', 'needs_customer', 'authentication_required')] },
      { stopped: 'needs_customer' },
    ],
    [
      'what a person asks for, though it was waiting for the customer',
      { tried: [tried('visa', '05T03:59', 'needs_customer', 'authentication_required')], isAsked: true },
      { method: 'visa', at: at('05T04:00') },
    ],
    [
      'a card that was replaced since, as if it were new',
      {
        methods: [card('visa', { renewedAt: at('05T03:59') })],
        tried: [tried('visa', '05T03:00', 'needs_customer', 'expired_card')],
      },
      { method: 'visa', at: at('05T04:00') },
    ],
    [
      'never what a bank refused for good',
      { methods: [card('visa', { isRefused: true })], isAsked: true },
      { stopped: 'needs_customer' },
    ],
    [
      'nothing that has expired by then',
      { methods: [card('visa', { lastDay: date('2026-01-05') })], tried: [tried('visa', '05T03:59')] },
      { stopped: 'needs_customer' },
    ],
    [
      'an hour later where the bank was not reached, and that is no decline',
      { tried: [tried('visa', '05T03:00', 'retry', 'unreachable')], now: at('05T03:10') },
      { method: 'visa', at: at('05T04:00') },
    ],
    [
      'then four hours later',
      {
        tried: [
          tried('visa', '05T03:00', 'retry', 'unreachable'),
          tried('visa', '05T04:00', 'retry', 'never_began'),
        ],
      },
      { method: 'visa', at: at('05T08:00') },
    ],
  ])('%s', (_, over, expected) => {
    expect(nextCharge(facts(over))).toEqual(expected);
  });

  test('waits until a method has few enough declines, over all invoices', () => {
    const declinedAt = Array.from(
      { length: 8 },
      (_unused, index) => new Date(at('05T02:00').getTime() - index * 3_600_000),
    );
    const next = nextCharge(
      facts({ methods: [card('visa', { declinedAt: declinedAt.reverse() })], isAsked: true }),
    );
    // The oldest was on 4 January at 19:00 UTC, which is the 5th in Jakarta: the morning after thirty days.
    expect(next).toEqual({ method: 'visa', at: new Date('2026-02-05T02:00:00Z') });
  });

  test('is the same hour of the day where clocks change', () => {
    const inBerlin = (tries: Tried[], now: string) =>
      nextCharge(facts({ zone: 'Europe/Berlin', tried: tries, now: new Date(now) }));
    const before: Tried = { ...tried('visa', '05T00:00'), at: new Date('2026-03-27T10:00:00Z') };
    expect(inBerlin([before], '2026-03-27T10:00:00Z')).toEqual({
      method: 'visa',
      at: new Date('2026-03-30T07:00:00Z'),
    });
  });

  test('ends for every method after as many tries as are allowed, whatever banks say', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...declineClasses), { minLength: 60, maxLength: 60 }),
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.integer({ min: 1, max: 14 }), { maxLength: 6 }),
        (answers, cards, retryAfterDays) => {
          const methods = Array.from({ length: cards }, (_unused, index) => card(String(index)));
          const history: Tried[] = [];
          let now = at('05T04:00');
          for (const answer of answers) {
            const next = nextCharge({
              ...facts({ methods, tried: history, now }),
              rules: { ...rules, retryAfterDays },
            });
            if ('stopped' in next) break;
            expect(next.at.getTime()).toBeGreaterThanOrEqual(now.getTime());
            now = next.at;
            history.push({ method: next.method, at: now, class: answer, code: 'do_not_honor' });
          }
          expect(history.length).toBeLessThanOrEqual(cards * (retryAfterDays.length + 1));
        },
      ),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { paymentStatuses } from './attempt.ts';
import type { PaymentStatus } from './attempt.ts';
import { isOpen, nextAsk } from './asking.ts';

const start = new Date('2026-03-02T02:00:00Z');
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

/** The minutes after the start at which an attempt is asked about whose status never changes. */
function asks(status: PaymentStatus, lifetime: number, count: number): number[] {
  const times: number[] = [];
  let now = start;
  for (let asked = 0; asked < count; asked++) {
    const next = nextAsk({ status, statusAt: start, expiresAt: after(lifetime), asked }, now);
    if (next === null) break;
    times.push((next.getTime() - start.getTime()) / 60_000);
    now = next;
  }
  return times;
}

describe('when a gateway is asked by itself', () => {
  it('asks about the unknown for ever, ever more rarely', () => {
    expect(asks('unknown', 60, 9)).toEqual([1, 3, 7, 15, 31, 63, 123, 183, 243]);
  });

  it('asks about what waits for the payer, and a minute after its end', () => {
    expect(asks('requires_action', 60, 6)).toEqual([5, 15, 35, 61, 121, 181]);
  });

  it('asks three times for late money', () => {
    expect(asks('expired', 0, 9)).toEqual([60, 1440, 4320]);
    expect(asks('canceled', 0, 9)).toEqual([60, 1440, 4320]);
  });

  it('never leaves what may still take money unasked, and never goes back in time', () => {
    for (const status of paymentStatuses) {
      for (const asked of [0, 1, 5, 1000]) {
        const next = nextAsk({ status, statusAt: start, expiresAt: start, asked }, after(10));
        if (isOpen(status)) expect(next, status).not.toBeNull();
        if (next) expect(next > after(10), status).toBe(true);
      }
    }
  });
});

import { expect, test } from 'vitest';
import { dailyLimit } from './daily-limit.ts';

const limits = {
  credit: [
    { role: 'support' as const, currency: 'IDR' as const, perDay: 100 },
    { role: 'operations' as const, currency: 'IDR' as const, perDay: 300 },
  ],
};

test('the role that may give most counts; another currency has none, and who gives credit anyway no limit', () => {
  const of = (currency: string, ...roles: ('support' | 'operations' | 'finance')[]) =>
    dailyLimit(limits, currency, { roles, unlimited: false });
  expect(of('IDR', 'support')).toBe(100n);
  expect(of('IDR', 'support', 'operations')).toBe(300n);
  expect(of('IDR', 'finance')).toBe(0n);
  expect(of('USD', 'support')).toBe(0n);
  expect(dailyLimit(limits, 'USD', { roles: ['support'], unlimited: true })).toBeNull();
});

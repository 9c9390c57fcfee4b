import { expect, test } from 'vitest';
import { directionOf } from './direction.ts';

const monthly = (recurring: bigint) => ({ cycle: 'monthly' as const, recurring });
const annual = (recurring: bigint) => ({ cycle: 'annual' as const, recurring });

test('in one cycle the price says whether it is more or less', () => {
  expect(directionOf(monthly(100n), monthly(101n))).toBe('upgrade');
  expect(directionOf(monthly(100n), monthly(99n))).toBe('downgrade');
  expect(directionOf(monthly(100n), monthly(100n))).toBe('upgrade');
});

test('a longer cycle is more, also where a month of it is cheaper; a shorter one is less, also where it is dearer', () => {
  expect(directionOf(monthly(100n), annual(1000n))).toBe('upgrade');
  expect(directionOf(annual(1000n), monthly(5000n))).toBe('downgrade');
});

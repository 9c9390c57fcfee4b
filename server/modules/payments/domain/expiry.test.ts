import { expect, test } from 'vitest';
import { date } from '../../../kernel/values/dates.ts';
import { expiryStep } from './expiry.ts';

test.each([
  ['2026-02-28', null, null],
  ['2026-03-01', null, 30],
  ['2026-03-20', 30, null],
  ['2026-03-24', 30, 7],
  ['2026-03-24', 7, null],
  ['2026-03-28', null, 7],
  ['2026-03-31', 7, null],
  ['2026-04-01', 7, -1],
  ['2026-04-01', null, -1],
  ['2026-05-01', -1, null],
])('on %s, after step %s: step %s for a card that is valid until 31 March', (today, told, step) => {
  expect(expiryStep(date('2026-03-31'), date(today), told)).toBe(step);
});

import { expect, test } from 'vitest';
import { lookupHash, orderNumber, securityCode } from './codes.ts';

const random = Uint8Array.from([0, 31, 32, 255, 17, 1, 24, 9]);

test('numbers and codes are spelled without look-alikes', () => {
  expect(orderNumber(2026, random)).toBe('ORD-2026-0Z0ZH');
  expect(securityCode(random)).toBe('0Z0Z-H1R9');
});

test('how somebody types a code does not matter, what they type does', () => {
  const hash = lookupHash('ORD-2026-0Z0ZH', '0Z0Z-H1R9');
  expect(lookupHash(' ord 2026 ozozh ', 'ozoz hir9')).toEqual(hash);
  expect(lookupHash('ORD-2026-0Z0ZH', '0Z0Z-H1R8')).not.toEqual(hash);
  expect(lookupHash('ORD-2026-0Z0ZJ', '0Z0Z-H1R9')).not.toEqual(hash);
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { taxTakenBack } from './credit-note.ts';

const untouched = { creditedNet: 0n, creditedTax: 0n };

it('goes back in proportion, and never for more than is left', () => {
  const line = { net: 100_000n, tax: 11_000n, ...untouched };
  expect(taxTakenBack(line, 50_000n)).toBe(5_500n);
  expect(taxTakenBack(line, 100_001n)).toBeNull();
  expect(taxTakenBack(line, 0n)).toBeNull();
  expect(taxTakenBack(line, -1n)).toBeNull();
  expect(taxTakenBack({ ...line, creditedNet: 60_000n, creditedTax: 6_600n }, 40_001n)).toBeNull();
  expect(taxTakenBack({ net: -20_000n, tax: -2_200n, ...untouched }, -20_000n)).toBe(-2_200n);
});

it('in any parts is at the end exactly the tax that was charged, and at no time more', () => {
  const lines = fc.tuple(
    fc.bigInt({ min: 1n, max: 10n ** 12n }),
    fc.bigInt({ min: 0n, max: 10n ** 11n }),
    fc.boolean(),
  );
  fc.assert(
    fc.property(lines, fc.array(fc.bigInt({ min: 1n, max: 10n ** 12n }), { maxLength: 8 }), (made, parts) => {
      const [net, tax, isReduction] = made;
      const sign = isReduction ? -1n : 1n;
      const line = { net: sign * net, tax: sign * tax, ...untouched };
      const take = (part: bigint) => {
        const back = taxTakenBack(line, sign * part);
        if (back === null) return;
        line.creditedNet += sign * part;
        line.creditedTax += back;
        expect(back * sign >= 0n).toBe(true);
        expect(sign * line.creditedTax <= tax).toBe(true);
      };
      for (const part of parts) take(part);
      const left = net - sign * line.creditedNet;
      if (left > 0n) take(left);
      expect([line.creditedNet, line.creditedTax]).toEqual([line.net, line.tax]);
    }),
    { numRuns: 2000 },
  );
});

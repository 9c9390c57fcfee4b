import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc16, encodeFields, parseFields, parseQris, QrisInvalid, staticQris, withAmount } from './qris.ts';
import type { QrisMerchant } from './qris.ts';

const merchant: QrisMerchant = {
  acquirer: { domain: 'ID.CO.EXAMPLE.WWW', pan: '936000140000000001', merchantId: 'TOKO01' },
  nmid: 'ID1020304050607',
  criteria: 'UMI',
  categoryCode: '4816',
  name: 'TOKO CONTOH',
  city: 'BANDUNG',
  postalCode: '40115',
};

const field = fc.record({
  id: fc.integer({ min: 0, max: 99 }).map((id) => String(id).padStart(2, '0')),
  value: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 99 }),
});

describe('the checksum', () => {
  it('gives the published check value', () => {
    expect(crc16('123456789')).toBe('29B1');
  });

  it('keeps leading zeros', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        expect(crc16(text)).toMatch(/^[0-9A-F]{4}$/);
      }),
    );
  });
});

describe('fields', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(fc.array(field), (fields) => {
        expect(parseFields(encodeFields(fields))).toEqual(fields);
      }),
    );
  });

  it.each(['0', '0005ABCD', '00', '0000', 'AB02XY', '000201x'])('refuse %j', (text) => {
    expect(() => parseFields(text)).toThrow(QrisInvalid);
  });

  it.each([
    { id: '1', value: 'x' },
    { id: '00', value: '' },
    { id: '00', value: 'x'.repeat(100) },
    { id: '00', value: 'é' },
  ])('cannot be written as %j', (wrong) => {
    expect(() => encodeFields([wrong])).toThrow(QrisInvalid);
  });
});

describe('a QRIS payload', () => {
  it('names the merchant twice, in order, and asks for no sum while static', () => {
    const fields = parseQris(staticQris(merchant));
    expect(fields.map(({ id }) => id)).toEqual(['00', '01', '26', '51', '52', '53', '58', '59', '60', '61']);
    expect(fields[1]?.value).toBe('11');
    expect(parseFields(fields[3]!.value)).toContainEqual({ id: '02', value: merchant.nmid });
  });

  it('becomes one payment with its sum and bill number', () => {
    const payload = withAmount(staticQris(merchant), 1_110_000n, 'INV-2026-0042');
    expect(payload).toBe(
      '00020101021226600017ID.CO.EXAMPLE.WWW01189360001400000000010206TOKO010303UMI' +
        '51440014ID.CO.QRIS.WWW0215ID10203040506070303UMI52044816530336054071110000' +
        '5802ID5911TOKO CONTOH6007BANDUNG61054011562170113INV-2026-0042630405D8',
    );
    expect(parseQris(payload)).toContainEqual({ id: '54', value: '1110000' });
  });

  it('keeps the merchant, is in order and forgets an earlier sum', () => {
    const sum = fc.bigInt({ min: 1n, max: 9_999_999_999_999n });
    fc.assert(
      fc.property(sum, sum, (first, second) => {
        const once = withAmount(staticQris(merchant), second, 'B2');
        expect(withAmount(withAmount(staticQris(merchant), first, 'B1'), second, 'B2')).toBe(once);
        const ids = parseQris(once).map(({ id }) => id);
        expect(ids).toEqual([...ids].sort());
      }),
    );
  });

  it('is refused when any one character changed', () => {
    const payload = withAmount(staticQris(merchant), 25_000n, 'B1');
    const spot = fc.integer({ min: 0, max: payload.length - 1 });
    fc.assert(
      fc.property(spot, fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 }), (at, other) => {
        fc.pre(payload[at] !== other);
        expect(() => parseQris(payload.slice(0, at) + other + payload.slice(at + 1))).toThrow(QrisInvalid);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([0n, -1n, 10_000_000_000_000n])('refuses the sum %s', (sum) => {
    expect(() => withAmount(staticQris(merchant), sum, 'B1')).toThrow(QrisInvalid);
  });

  it('refuses a bill number over 25 characters', () => {
    expect(() => withAmount(staticQris(merchant), 1n, 'B'.repeat(26))).toThrow(QrisInvalid);
  });
});

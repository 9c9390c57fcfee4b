import { expect, test } from 'vitest';
import { money } from '../../../kernel/values/money.ts';
import { receiptDocument } from './receipt.ts';
import { brand, receipt } from './test/samples.ts';

test('a receipt as data, in Indonesian', () => {
  const data = receiptDocument(receipt, 'id', brand);
  expect(data.title).toBe('Kwitansi KW-2026-00077 – PT Awan Nusantara');
  expect(data.lead).toEqual({ figure: 'Rp1.110.000', words: 'diterima 21 November 2026', struck: false });
  expect(data.parties.map(({ label, name }) => [label, name])).toEqual([
    ['Telah terima dari', 'PT Kopi Tiga Gunung'],
    ['Penerima', 'PT Awan Nusantara'],
  ]);
  expect(data.rows).toEqual([
    { label: 'Uang sejumlah', value: 'Satu juta seratus sepuluh ribu rupiah' },
    { label: 'Untuk pembayaran', value: 'Tagihan INV-2026-00123\nTagihan INV-2026-00124' },
  ]);
  expect(data.signature).toEqual({
    placed: 'Jakarta, 21 November 2026',
    name: 'Sari Wulandari',
    role: 'Keuangan',
  });
  expect(data.dutyStamp).toBeNull();
});

test('in English, in dollars and cents, with room for a duty stamp', () => {
  const data = receiptDocument(
    { ...receipt, sum: money(2050n, 'USD'), place: '', dutyStamp: true },
    'en',
    brand,
  );
  expect(data.lead.figure).toBe('$20.50');
  expect(data.rows[0]).toEqual({ label: 'The sum of', value: 'Twenty US dollars and fifty cents' });
  expect(data.signature.placed).toBe('21 November 2026');
  expect(data.dutyStamp).toBe('Duty stamp');
});

import { describe, expect, test } from 'vitest';
import type { InvoiceDocumentModel } from './invoice.ts';
import { invoiceDocument } from './invoice.ts';
import { brand, invoice, line } from './test/samples.ts';

function totalsOf(model: InvoiceDocumentModel): string[][] {
  return invoiceDocument(model, 'id', brand).totals.map(({ label, value, look }) => [label, value, look]);
}

describe('an invoice as data', () => {
  test('in Indonesian', () => {
    const data = invoiceDocument(invoice, 'id', brand);
    expect(data.title).toBe('Tagihan INV-2026-00123 – PT Awan Nusantara');
    expect(data.status).toEqual({ words: 'Belum dibayar', sign: '○', tone: 'attention' });
    expect(data.lead).toEqual({ figure: 'Rp1.110.000', words: 'jatuh tempo 5 Desember 2026', struck: false });
    expect(data.lines).toEqual([
      {
        description: 'Hosting Bisnis',
        details: ['1–31 Desember 2026', 'Potongan −25.000'],
        quantity: '1',
        unitPrice: '1.025.000',
        tax: 'PPN 12%',
        amount: '1.000.000',
      },
    ]);
    expect(data.totals).toEqual([
      { label: 'Subtotal', value: 'Rp1.000.000', look: 'plain' },
      { label: 'DPP nilai lain 11/12', value: 'Rp916.667', look: 'quiet' },
      { label: 'PPN 12%', value: 'Rp110.000', look: 'plain' },
      { label: 'Total', value: 'Rp1.110.000', look: 'due' },
    ]);
    expect(data.inWords.value).toBe('Satu juta seratus sepuluh ribu rupiah');
    expect(data.columns.amount).toBe('Nilai (IDR)');
  });

  test('in English, in dollars', () => {
    const data = invoiceDocument(
      {
        ...invoice,
        kind: 'pro-forma',
        currency: 'USD',
        lines: [{ ...line, taxLabel: '', unitPrice: 7_400n, discount: 0n, amount: 7_400n }],
        subtotal: 7_400n,
        taxes: [],
        total: 7_400n,
        balance: 7_400n,
      },
      'en',
      brand,
    );
    expect(data.heading).toBe('Pro-forma invoice');
    expect(data.lead).toEqual({ figure: '$74.00', words: 'planned, due 5 December 2026', struck: false });
    expect(data.status).toEqual({ words: 'Not an invoice', sign: '×', tone: 'neutral' });
    expect(data.notes?.label).toBe('Not an invoice');
    expect(data.taxed).toBe(false);
    expect(data.lines[0]).toMatchObject({
      details: ['1–31 December 2026'],
      unitPrice: '74.00',
      amount: '74.00',
    });
    expect(data.inWords.value).toBe('Seventy-four US dollars');
  });

  test('what is left to pay leads once some of it was paid', () => {
    const part = { ...invoice, status: 'overdue', paid: 100_000n, balance: 1_010_000n } as const;
    expect(invoiceDocument(part, 'id', brand).lead.figure).toBe('Rp1.010.000');
    expect(totalsOf(part).slice(-3)).toEqual([
      ['Total', 'Rp1.110.000', 'strong'],
      ['Sudah dibayar', '−Rp100.000', 'plain'],
      ['Sisa tagihan', 'Rp1.010.000', 'due'],
    ]);
  });

  test.each([
    ['unpaid', true],
    ['overdue', true],
    ['paid', false],
    ['void', false],
  ] as const)('how to pay is said while %s: %s', (status, said) => {
    expect(invoiceDocument({ ...invoice, status }, 'id', brand).payment !== null).toBe(said);
  });

  test('only a void invoice is struck', () => {
    const struck = (['unpaid', 'overdue', 'paid', 'void'] as const).filter(
      (status) => invoiceDocument({ ...invoice, status }, 'en', brand).lead.struck,
    );
    expect(struck).toEqual(['void']);
  });

  test('nothing is said of what is not there', () => {
    const bare = { ...invoice, notes: '', payment: [], buyer: { ...invoice.buyer, taxId: '', email: '' } };
    const data = invoiceDocument(bare, 'id', { ...brand, logo: null });
    expect(data).toMatchObject({ notes: null, payment: null, logo: null });
    expect(data.parties[1]!.lines).toEqual(['Jl. Braga 21', 'Bandung 40111']);
    expect(data.parties[0]!.lines).toContain('NPWP 0123 4567 8901 2000');
  });
});

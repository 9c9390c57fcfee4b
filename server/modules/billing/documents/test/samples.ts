import { date } from '../../../../kernel/values/dates.ts';
import { money } from '../../../../kernel/values/money.ts';
import type { DocumentBrand } from '../brand.ts';
import type { GroupStatementModel } from '../group-statement.ts';
import type { InvoiceDocumentLine, InvoiceDocumentModel } from '../invoice.ts';
import type { ReceiptDocumentModel } from '../receipt.ts';

export const brand: DocumentBrand = {
  accent: '#0f766e',
  logo: {
    format: 'svg',
    svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><rect width="30" height="10" fill="#0f766e"/></svg>',
  },
  footer: 'PT Awan Nusantara · Jakarta',
};

export const seller = {
  name: 'PT Awan Nusantara',
  addressLines: ['Jl. Jenderal Sudirman 60', 'Jakarta 12190'],
  taxId: '0123 4567 8901 2000',
  nitku: '0123456789012000000001',
  email: 'tagihan@awan.example',
};

export const buyer = {
  name: 'PT Kopi Tiga Gunung',
  addressLines: ['Jl. Braga 21', 'Bandung 40111'],
  taxId: '',
  email: 'keuangan@kopi.example',
};

export const line: InvoiceDocumentLine = {
  description: 'Hosting Bisnis',
  period: { from: date('2026-12-01'), to: date('2026-12-31') },
  quantity: '1',
  unitPrice: 1_025_000n,
  discount: 25_000n,
  taxLabel: 'PPN 12%',
  amount: 1_000_000n,
};

export const invoice: InvoiceDocumentModel = {
  kind: 'invoice',
  status: 'unpaid',
  number: 'INV-2026-00123',
  issuedOn: date('2026-11-21'),
  dueOn: date('2026-12-05'),
  currency: 'IDR',
  seller,
  buyer,
  lines: [line],
  subtotal: 1_000_000n,
  taxes: [
    {
      label: 'PPN 12%',
      base: { label: 'DPP nilai lain 11/12', amount: 916_667n },
      amount: 110_000n,
      reason: null,
    },
  ],
  total: 1_110_000n,
  paid: 0n,
  credited: 0n,
  balance: 1_110_000n,
  payment: [{ label: 'Bank BCA, virtual account', value: '8808 1234 5678 9012' }],
  references: {
    purchaseOrder: 'PO-7731',
    buyerReference: 'CC-12 Jakarta',
    transactionCode: '04',
    accounting: null,
  },
  notes: 'Terima kasih.',
  for: null,
};

export const receipt: ReceiptDocumentModel = {
  number: 'KW-2026-00077',
  receivedOn: date('2026-11-21'),
  place: 'Jakarta',
  seller,
  receivedFrom: buyer,
  sum: money(1_110_000n, 'IDR'),
  payments: ['Tagihan INV-2026-00123', 'Tagihan INV-2026-00124'],
  method: 'Virtual account BCA',
  signature: { name: 'Sari Wulandari', role: 'Keuangan' },
  dutyStamp: false,
};

const parentAndChild = { parent: { id: 'a', name: buyer.name }, child: { id: 'b', name: 'CV Anak Kopi' } };

/** A parent that has credit, and a child for which it owes. */
export const groupStatement: GroupStatementModel = {
  sums: {
    currency: 'IDR',
    accounts: [
      { ...parentAndChild.parent, depth: 0, opening: 0, invoiced: 0, paid: 100_000, closing: -100_000 },
      {
        ...parentAndChild.child,
        depth: 1,
        opening: 500_000,
        invoiced: 1_000_000,
        paid: 0,
        closing: 1_500_000,
      },
    ],
    total: { opening: 500_000, invoiced: 1_000_000, paid: 100_000, closing: 1_400_000 },
  },
  lines: new Map([
    [
      'a',
      [
        {
          key: 'a 2 1',
          on: '2026-11-05',
          kind: 'payment_received' as const,
          of: parentAndChild.parent,
          paidBy: null,
          invoice: null,
          receipt: 'KW/2026/00003',
          change: -100_000,
        },
      ],
    ],
    [
      'b',
      [
        {
          key: 'a 1 1',
          on: '2026-11-03',
          kind: 'invoice_issued' as const,
          of: parentAndChild.child,
          paidBy: parentAndChild.parent,
          invoice: { id: 'i', number: 'INV/2026/00007' },
          receipt: null,
          change: 1_000_000,
        },
      ],
    ],
  ]),
  from: date('2026-11-01'),
  to: date('2026-11-30'),
  seller,
  head: buyer,
};

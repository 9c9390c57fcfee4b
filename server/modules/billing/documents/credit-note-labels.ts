import type { Locale } from '../../../kernel/values/money.ts';
import type { CreditReason } from '../domain/credit-note.ts';

interface CreditNoteLabels {
  heading: string;
  issued: string;
  number: string;
  issuedOn: string;
  invoice: string;
  invoiceOf: string;
  for: string;
  lead: string;
  from: string;
  to: string;
  description: string;
  amount: (currency: string) => string;
  subtotal: string;
  tax: string;
  total: string;
  inWords: string;
  reason: string;
  settled: string;
  credited: string;
  note: string;
  reasons: Record<CreditReason, string>;
}

export const creditNoteLabels: Record<Locale, CreditNoteLabels> = {
  id: {
    heading: 'Nota kredit',
    issued: 'Terbit',
    number: 'Nomor',
    issuedOn: 'Tanggal terbit',
    invoice: 'Atas tagihan',
    invoiceOf: 'Tanggal tagihan',
    for: 'Atas layanan',
    lead: 'mengurangi tagihan Anda',
    from: 'Dari',
    to: 'Untuk',
    description: 'Uraian',
    amount: (currency) => `Dikembalikan (${currency})`,
    subtotal: 'Subtotal',
    tax: 'Pajak',
    total: 'Total',
    inWords: 'Terbilang',
    reason: 'Alasan',
    settled: 'Mengurangi sisa tagihan',
    credited: 'Menjadi saldo kredit',
    note: 'Catatan',
    reasons: {
      duplicated_charge: 'Tertagih dua kali',
      product_unsatisfactory: 'Layanan tidak sesuai',
      order_change: 'Perubahan pesanan',
      order_cancellation: 'Pembatalan pesanan',
      fraudulent_charge: 'Tagihan tidak sah',
      other: 'Lainnya',
    },
  },
  en: {
    heading: 'Credit note',
    issued: 'Issued',
    number: 'Number',
    issuedOn: 'Issued on',
    invoice: 'For invoice',
    invoiceOf: 'Date of the invoice',
    for: 'For services of',
    lead: 'taken off what was charged',
    from: 'From',
    to: 'To',
    description: 'Description',
    amount: (currency) => `Taken back (${currency})`,
    subtotal: 'Subtotal',
    tax: 'Tax',
    total: 'Total',
    inWords: 'In words',
    reason: 'Reason',
    settled: 'Taken off what was owed',
    credited: 'Added to your credit',
    note: 'Note',
    reasons: {
      duplicated_charge: 'Charged twice',
      product_unsatisfactory: 'Service not as agreed',
      order_change: 'Change of order',
      order_cancellation: 'Order canceled',
      fraudulent_charge: 'Charge without right',
      other: 'Other',
    },
  },
};

import type { Locale } from '../../../kernel/values/money.ts';

interface SharedLabels {
  pageBefore: string;
  pageBetween: string;
  taxId: string;
}

export const sharedLabels: Record<Locale, SharedLabels> = {
  id: { pageBefore: 'Halaman ', pageBetween: ' dari ', taxId: 'NPWP' },
  en: { pageBefore: 'Page ', pageBetween: ' of ', taxId: 'Tax ID' },
};

interface InvoiceLabels {
  kinds: { invoice: string; 'pro-forma': string };
  statuses: { paid: string; unpaid: string; overdue: string; void: string };
  number: string;
  issuedOn: string;
  dueOn: string;
  from: string;
  to: string;
  leadDue: (date: string) => string;
  leadOverdue: (date: string) => string;
  leadPaid: string;
  leadVoid: string;
  description: string;
  quantity: string;
  unitPrice: (currency: string) => string;
  tax: string;
  amount: (currency: string) => string;
  discount: (figure: string) => string;
  subtotal: string;
  total: string;
  paid: string;
  balance: string;
  inWords: string;
  payment: string;
  notes: string;
}

export const invoiceLabels: Record<Locale, InvoiceLabels> = {
  id: {
    kinds: { invoice: 'Tagihan', 'pro-forma': 'Tagihan proforma' },
    statuses: { paid: 'Lunas', unpaid: 'Belum dibayar', overdue: 'Lewat jatuh tempo', void: 'Dibatalkan' },
    number: 'Nomor',
    issuedOn: 'Tanggal terbit',
    dueOn: 'Jatuh tempo',
    from: 'Dari',
    to: 'Untuk',
    leadDue: (date) => `jatuh tempo ${date}`,
    leadOverdue: (date) => `seharusnya dibayar ${date}`,
    leadPaid: 'sudah dibayar lunas',
    leadVoid: 'dibatalkan, tidak perlu dibayar',
    description: 'Uraian',
    quantity: 'Kuantitas',
    unitPrice: (currency) => `Harga satuan (${currency})`,
    tax: 'Pajak',
    amount: (currency) => `Nilai (${currency})`,
    discount: (figure) => `Potongan ${figure}`,
    subtotal: 'Subtotal',
    total: 'Total',
    paid: 'Sudah dibayar',
    balance: 'Sisa tagihan',
    inWords: 'Terbilang',
    payment: 'Cara membayar',
    notes: 'Catatan',
  },
  en: {
    kinds: { invoice: 'Invoice', 'pro-forma': 'Pro-forma invoice' },
    statuses: { paid: 'Paid', unpaid: 'Unpaid', overdue: 'Overdue', void: 'Void' },
    number: 'Number',
    issuedOn: 'Issued on',
    dueOn: 'Due on',
    from: 'From',
    to: 'To',
    leadDue: (date) => `due ${date}`,
    leadOverdue: (date) => `was due ${date}`,
    leadPaid: 'paid in full',
    leadVoid: 'void, nothing to pay',
    description: 'Description',
    quantity: 'Quantity',
    unitPrice: (currency) => `Unit price (${currency})`,
    tax: 'Tax',
    amount: (currency) => `Amount (${currency})`,
    discount: (figure) => `Discount ${figure}`,
    subtotal: 'Subtotal',
    total: 'Total',
    paid: 'Paid so far',
    balance: 'Balance due',
    inWords: 'In words',
    payment: 'How to pay',
    notes: 'Notes',
  },
};

interface ReceiptLabels {
  heading: string;
  received: string;
  number: string;
  receivedOn: string;
  method: string;
  receivedFrom: string;
  receivedBy: string;
  leadReceived: (date: string) => string;
  sum: string;
  paymentOf: string;
  dutyStamp: string;
}

export const receiptLabels: Record<Locale, ReceiptLabels> = {
  id: {
    heading: 'Kwitansi',
    received: 'Sudah diterima',
    number: 'Nomor',
    receivedOn: 'Tanggal diterima',
    method: 'Cara pembayaran',
    receivedFrom: 'Telah terima dari',
    receivedBy: 'Penerima',
    leadReceived: (date) => `diterima ${date}`,
    sum: 'Uang sejumlah',
    paymentOf: 'Untuk pembayaran',
    dutyStamp: 'Meterai',
  },
  en: {
    heading: 'Receipt',
    received: 'Received',
    number: 'Number',
    receivedOn: 'Received on',
    method: 'Payment method',
    receivedFrom: 'Received from',
    receivedBy: 'Received by',
    leadReceived: (date) => `received ${date}`,
    sum: 'The sum of',
    paymentOf: 'In payment of',
    dutyStamp: 'Duty stamp',
  },
};

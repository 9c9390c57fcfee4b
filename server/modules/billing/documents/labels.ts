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
  kinds: { invoice: string; 'pro-forma': string; offer: string };
  statuses: { paid: string; unpaid: string; overdue: string; void: string };
  number: string;
  issuedOn: string;
  dueOn: string;
  from: string;
  to: string;
  for: string;
  leadDue: (date: string) => string;
  leadOverdue: (date: string) => string;
  notAnInvoice: string;
  proFormaNote: string;
  leadPlanned: (date: string) => string;
  validUntil: string;
  leadOffer: (date: string) => string;
  leadOfferOver: string;
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
  credited: string;
  balance: string;
  inWords: string;
  payment: string;
  notes: string;
  purchaseOrder: string;
  buyerReference: string;
  transactionCode: string;
  worth: string;
}

export const invoiceLabels: Record<Locale, InvoiceLabels> = {
  id: {
    kinds: { invoice: 'Tagihan', 'pro-forma': 'Tagihan proforma', offer: 'Penawaran' },
    statuses: { paid: 'Lunas', unpaid: 'Belum dibayar', overdue: 'Lewat jatuh tempo', void: 'Dibatalkan' },
    number: 'Nomor',
    issuedOn: 'Tanggal terbit',
    dueOn: 'Jatuh tempo',
    from: 'Dari',
    to: 'Untuk',
    for: 'Atas layanan',
    leadDue: (date) => `jatuh tempo ${date}`,
    leadOverdue: (date) => `seharusnya dibayar ${date}`,
    notAnInvoice: 'Bukan tagihan',
    proFormaNote:
      'Dokumen ini bukan tagihan dan bukan faktur pajak. Tagihannya terbit menjelang masa berikutnya dan bisa berbeda bila layanan atau tarif pajak berubah.',
    validUntil: 'Berlaku sampai',
    leadOffer: (date) => `berlaku sampai ${date}`,
    leadOfferOver: 'tidak berlaku lagi',
    leadPlanned: (date) => `rencana, jatuh tempo ${date}`,
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
    credited: 'Nota kredit',
    balance: 'Sisa tagihan',
    inWords: 'Terbilang',
    payment: 'Cara membayar',
    notes: 'Catatan',
    purchaseOrder: 'Pesanan pembeli (PO)',
    buyerReference: 'Referensi pembeli',
    transactionCode: 'Kode faktur pajak',
    worth: 'Kurs',
  },
  en: {
    kinds: { invoice: 'Invoice', 'pro-forma': 'Pro-forma invoice', offer: 'Offer' },
    statuses: { paid: 'Paid', unpaid: 'Unpaid', overdue: 'Overdue', void: 'Void' },
    number: 'Number',
    issuedOn: 'Issued on',
    dueOn: 'Due on',
    from: 'From',
    to: 'To',
    for: 'For services of',
    leadDue: (date) => `due ${date}`,
    leadOverdue: (date) => `was due ${date}`,
    notAnInvoice: 'Not an invoice',
    proFormaNote:
      'This is neither an invoice nor a tax invoice. The invoice comes before the next period and may differ if the service or a tax changes.',
    validUntil: 'Holds until',
    leadOffer: (date) => `holds until ${date}`,
    leadOfferOver: 'does not hold any more',
    leadPlanned: (date) => `planned, due ${date}`,
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
    credited: 'Credit notes',
    balance: 'Balance due',
    inWords: 'In words',
    payment: 'How to pay',
    notes: 'Notes',
    purchaseOrder: 'Purchase order',
    buyerReference: 'Buyer reference',
    transactionCode: 'Tax invoice code',
    worth: 'Exchange rate',
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

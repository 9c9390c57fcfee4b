import type { ProForma, Why } from './en.ts';

export const why: Why = {
  why: 'Mengapa baris ini',
  whyKinds: {
    recurring: 'Satu masa layanan',
    setup: 'Pemasangan, sekali',
    one_time: 'Dibayar sekali',
    usage: 'Sesuai pemakaian',
    proration: 'Sebagian masa, setelah perubahan',
    discount: 'Potongan',
    fee: 'Biaya',
    manual: 'Ditulis tim kami',
  },
  whyPrices: {
    catalog: 'Harga katalog saat dipesan',
    agreed: 'Harga yang disepakati untuk layanan ini',
    quote: 'Harga penawaran',
    staff: 'Harga dari tim kami',
  },
  whyCount: (quantity, price) => `${quantity} × ${price}`,
  whyVersion: (version) => `versi ${version}`,
  noTax: 'tanpa pajak',
  purchaseOrder: 'Pesanan Anda',
  buyerReference: 'Referensi Anda',
  transactionCode: 'Kode faktur pajak',
  worth: 'Kurs',
  worthOf: (from, rate, to, day, source) => `1 ${from} = ${rate} ${to} (${day}, ${source})`,
  withheldTax: 'Pajak dipotong',
};

export const proForma: ProForma = {
  document: 'Dokumen',
  proForma: 'PDF proforma',
  proFormaOf: (service) => `PDF proforma ${service}`,
};

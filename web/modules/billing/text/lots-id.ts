import type { Text } from './lots-en.ts';

export const text: Text = {
  add: 'Isi saldo',
  title: 'Asal saldo',
  lead: 'Yang paling lama dipakai lebih dulu.',
  left: (left, amount) => `${left} dari ${amount}`,
  until: (day) => `sampai ${day}`,
  history: 'Keluar masuknya',
  sources: {
    deposit: 'Anda tambahkan',
    overpayment: 'Kelebihan bayar',
    invoice_voided: 'Dibayar untuk tagihan yang dibatalkan',
    credit_note: 'Nota kredit',
    credit_released: 'Diambil lagi dari tagihan',
    refund_returned: 'Pengembalian dana yang gagal',
    dispute_returned: 'Kembali setelah sengketa di bank',
    goodwill: 'Pemberian kami',
  },
  from: (source, day) => `${source}, ${day}`,
};

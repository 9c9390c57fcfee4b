import type { Text } from './next-en.ts';

export const text: Text = {
  title: 'Tagihan berikutnya',
  when: (issued, due) => `Terbit ${issued}, jatuh tempo ${due}`,
  period: (from, to) => `Untuk ${from} sampai ${to}`,
  times: (quantity) => `× ${quantity}`,
  part: (days, of) => `Sampai hari penagihan: ${days} dari ${of} hari`,
  tax: 'Pajak',
  total: 'Total',
  totalOfThis: 'Total layanan ini',
  together: (count) => `Dalam satu tagihan dengan ${count} layanan lain.`,
  used: 'Termasuk pemakaian sampai sekarang.',
  changed: 'Dengan kesepakatan yang mulai berlaku pada masa ini.',
  repriced: 'Dengan harga yang diumumkan untuk masa ini.',
  none: {
    paid_once: 'Dibayar sekali; tidak ada tagihan lagi.',
    free: 'Gratis; tidak ada tagihan lagi.',
    ends: 'Layanan ini berakhir; tidak ada tagihan lagi.',
    not_begun: 'Belum dimulai. Tagihan pertamanya datang bersama pesanan.',
    on_hold: 'Ditahan sampai tagihan terbukanya dibayar; selama itu tidak ada yang terbit.',
    paused: 'Sedang dijeda, atau segera dijeda. Tagihan berikutnya menyusul setelah layanan dilanjutkan.',
    change_under_way: 'Ada perubahan yang menunggu pembayaran; tagihan berikutnya menyusul.',
  },
};

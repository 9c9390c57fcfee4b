import type { Text } from './en.ts';

export const text: Text = {
  dashboard: {
    morning: (name) => `Selamat pagi, ${name}`,
    day: (name) => `Selamat siang, ${name}`,
    evening: (name) => `Selamat malam, ${name}`,
    needs: 'Perlu Anda sekarang',
    activity: 'Yang baru terjadi',
    emptyTitle: 'Layanan dan tagihan Anda akan tampil di sini',
    empty:
      'Begitu Anda memesan sesuatu, di sini terlihat apa yang berjalan, apa yang jatuh tempo, dan apa yang sudah dijawab.',
  },
  more: {
    title: 'Lainnya',
    organization: 'Organisasi Anda',
    account: 'Akun Anda',
  },
  today: {
    title: 'Hari ini',
    emptyTitle: 'Tidak ada yang menunggu',
    empty: 'Pesanan, pembayaran, dan tiket yang perlu ditangani akan tampil di sini.',
  },
};

import type { above as english } from './en.ts';

export const above: typeof english = {
  title: 'Dibayar grup Anda',
  lead: 'Apa yang ditagih untuk organisasi ini dan dibayar oleh organisasi di atasnya.',
  link: 'Dibayar grup Anda',
  now: 'Organisasi di atas membayar tagihan Anda',
  nowHint: 'Anda tidak berutang untuk layanan Anda. Yang ditagih untuk Anda ada di daftar tersendiri.',
  see: 'Lihat apa yang ditagih',
  whatFor: 'Untuk apa',
  empty: 'Belum ada',
  emptyHint: 'Saat ada tagihan untuk organisasi ini, tagihannya tampil di sini.',
  forWhom: (name) => `untuk ${name}`,
  forServicesOf: 'Untuk layanan',
};

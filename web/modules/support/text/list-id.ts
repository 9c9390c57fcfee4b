import { text as levels } from './levels/id.ts';
import type { Text } from './list-en.ts';

export const text: Text = {
  draft: 'Draf',
  title: 'Bantuan',
  lead: (active, yours) =>
    [`${active} tiket terbuka`, yours > 0 && `${yours} menunggu jawaban Anda`].filter(Boolean).join(', '),
  calm: 'Tidak ada tiket terbuka saat ini.',
  sharing: 'Siapa membaca tiket kami',
  caption: 'Tiket Anda',
  ask: 'Minta bantuan',
  search: 'Kata atau nomor tiket',
  filter: 'Status',
  statuses: {
    active: 'Terbuka',
    waiting_customer: 'Giliran Anda',
    resolved: 'Selesai',
    closed: 'Ditutup',
  },
  service: 'Layanan',
  allServices: 'Semua layanan',
  ticket: 'Tiket',
  last: 'Pesan terakhir',
  state: 'Status',
  priority: 'Prioritas',
  by: { client: 'Dari Anda', staff: 'Dari kami' },
  unread: 'Jawaban baru',
  empty: 'Tanyakan apa saja',
  emptyHint:
    'Soal tagihan, sesuatu yang tidak jalan, atau permintaan: tulis di sini dan ikuti jawabannya. Semua tiket dan balasan kami tersimpan di tempat ini.',
  levels,
};

import type { Text } from './inbox-en.ts';

export const text: Text = {
  title: 'Kotak masuk',
  lead: 'Tiket semua organisasi Anda, yang terbaru di atas.',
  subject: 'Perihal',
  state: 'Status',
  last: 'Pesan terakhir',
  empty: 'Tidak ada yang terbuka',
  emptyHint: 'Tidak ada tiket yang menunggu di organisasi mana pun.',
};

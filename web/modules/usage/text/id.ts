import type { Text } from './en.ts';

export const text: Text = {
  title: 'Pemakaian periode ini',
  period: (from, to) => `${from} sampai ${to}`,
  used: (quantity, included) => `${quantity} dari ${included} yang termasuk`,
  beyond: (quantity) => `${quantity} di luar yang termasuk`,
  soFar: 'Sampai sekarang, sebelum pajak',
  comes: 'Masuk ke tagihan berikutnya.',
  none: 'Belum ada pemakaian yang tercatat dalam periode ini.',
  chart: (meter) => `${meter} per hari`,
  onDay: (day, quantity) => `${day}: ${quantity}`,
  most: (quantity) => `Terbanyak dalam sehari: ${quantity}`,
  table: 'Sebagai tabel',
  day: 'Hari',
  quantity: 'Jumlah',
  file: 'CSV 90 hari terakhir',
  alerts: 'Beri tahu saya saat',
  alert: (percent) => `${percent} dari yang termasuk sudah terpakai`,
  alertsSaved: 'Tersimpan. Kami kabari saat itu tiba.',
};

import type { Text } from './desk-revenue-en.ts';

const names = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
];

export const text: Text = {
  title: 'Pendapatan ditangguhkan',
  lead: 'Yang ditagih untuk hari-hari mendatang masih menjadi utang layanan kepada klien. Nilainya menjadi pendapatan hari demi hari, dibukukan saat bulannya selesai.',
  billing: 'Pengaturan tagihan',
  file: 'Unduh sebagai CSV',
  months: 'Bulan demi bulan',
  of: (currency) => `Bulan demi bulan, ${currency}`,
  balance: 'Belum menjadi pendapatan',
  waiting: 'Di antaranya menunggu layanan dimulai',
  month: 'Bulan',
  monthOf: (day) => `${names[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`,
  recognized: 'Diakui',
  coming: 'Akan diakui',
  empty: 'Belum ada yang ditangguhkan',
  emptyHint:
    'Begitu tagihan menangguhkan nilai untuk hari-hari mendatang, setiap bulan dan pendapatannya tampil di sini.',
  setting: 'Kapan tagihan menjadi pendapatan',
  settingLead:
    'Tanpa ini, tagihan menjadi pendapatan pada hari terbitnya. Tanyakan dulu kepada yang memegang pembukuan Anda; yang sudah terbit tetap seperti saat dibukukan.',
  on: 'Tangguhkan yang ditagih untuk hari-hari mendatang',
  from: 'Tagihan yang terbit sejak',
  fromHint: 'Sebaiknya hari pertama bulan atau tahun.',
  needsDay: 'Pilih tanggal.',
  save: 'Simpan pilihan ini',
  saved: 'Tersimpan. Berlaku untuk tagihan mulai sekarang.',
};

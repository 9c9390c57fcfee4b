import type { Text } from './desk-snooze-en.ts';

export const text: Text = {
  snooze: 'Sisihkan',
  title: 'Sisihkan tiket ini',
  lead: 'Tiket keluar dari daftar pekerjaan terbuka dan kembali sendiri, dengan kabar untuk Anda. Bila klien menulis lebih dulu, tiket langsung kembali. Janji layanan tetap berjalan dan tetap terlihat di “Menurut tempo”.',
  hours: 'Selama tiga jam',
  morning: 'Sampai besok pagi',
  week: 'Sampai Senin depan',
  client: 'Sampai klien menulis',
  orDate: 'Atau sampai pagi suatu hari',
  setDate: 'Sisihkan sampai hari itu',
  wrongDate: 'Pilih hari setelah hari ini, paling lama setahun.',
  until: (time, by) => `${by} menyisihkan tiket ini sampai ${time}.`,
  untilClient: (by) => `${by} menyisihkan tiket ini sampai klien menulis.`,
  stillDue: 'Janji layanan tetap berjalan.',
  wake: 'Kembalikan sekarang',
  done: 'Disisihkan. Tiket kembali sendiri.',
  back: 'Tiket kembali ke meja.',
};

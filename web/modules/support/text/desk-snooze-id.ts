import type { Text } from './desk-snooze-en.ts';

export const text: Text = {
  snooze: 'Tunda',
  title: 'Tunda tiket ini',
  lead: 'Tiket keluar dari daftar pekerjaan terbuka dan kembali sendiri, dengan kabar untuk Anda. Bila klien menulis lebih dulu, tiket langsung kembali. Janji layanan tetap berjalan dan tetap terlihat di “Menurut tempo”.',
  hours: 'Selama tiga jam',
  morning: 'Sampai besok pagi',
  week: 'Sampai Senin depan',
  client: 'Sampai klien menulis',
  orDate: 'Atau sampai pagi suatu hari',
  setDate: 'Tunda sampai hari itu',
  wrongDate: 'Pilih hari setelah hari ini, paling lama setahun.',
  until: (time, by) => `${by} menunda tiket ini sampai ${time}.`,
  untilClient: (by) => `${by} menunda tiket ini sampai klien menulis.`,
  stillDue: 'Janji layanan tetap berjalan.',
  wake: 'Kembalikan sekarang',
  done: 'Ditunda. Tiket kembali sendiri.',
  back: 'Tiket kembali ke meja.',
};

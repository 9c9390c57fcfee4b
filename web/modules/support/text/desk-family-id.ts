import type { Text } from './desk-family-en.ts';

export const text: Text = {
  title: 'Tiket yang berkaitan',
  parent: 'Bagian dari',
  children: 'Di bawah tiket ini',
  put: 'Letakkan di bawah tiket lain',
  putLead:
    'Tiket tentang hal yang sama, milik klien yang sama, yang dijawab sekali untuk semua di bawahnya. Klien tidak melihatnya.',
  putNumber: 'Nomor tiket itu',
  putWrong: 'Isi nomor sebuah tiket.',
  putDone: 'Tiket sekarang bagian dari tiket itu.',
  takeOut: 'Keluarkan',
  takenOut: 'Tiket sekarang berdiri sendiri.',
  answerAll: (count) => `Juga ke ${count} yang terbuka di bawahnya`,
  filesHere: 'Lampiran hanya ikut di tiket ini.',
  ask: (count) => `${count} tiket di bawahnya masih terbuka`,
  askLead: (state) => `Jadikan “${state}” juga? Sebentar setelahnya masih bisa dibatalkan.`,
  askDo: (count) => `Ya, ${count} tiket itu juga`,
  askNot: 'Biarkan terbuka',
  split: 'Pisahkan sebuah pesan',
  splitLead:
    'Pesan itu menjadi tiket tersendiri beserta lampirannya, dan tetap terbaca di sini. Pengikut tiket ini juga mengikuti tiket itu.',
  message: 'Pesan',
  said: (who, when, words) => `${who}, ${when}: ${words}`,
  subject: 'Perihal tiket baru',
  subjectMissing: 'Isi perihalnya.',
  following: 'Beserta semua sesudahnya',
  splitDone: (number) => `Sekarang menjadi ${number}.`,
};

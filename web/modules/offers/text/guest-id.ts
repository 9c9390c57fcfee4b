import type { Text } from './en.ts';

export const guest: Text['guest'] = {
  link: {
    codeTitle: 'Buka penawaran Anda',
    codeLead: 'Tempelkan kode dari email kami. Tautan di email membukanya dengan sendirinya.',
    code: 'Kode dari email',
    open: 'Buka',
  },
  to: (email) => `Untuk ${email}`,
  secret: 'Siapa pun yang memegang tautan ini bisa menjawabnya. Simpan untuk diri sendiri.',
  acceptTitle: 'Terima di sini',
  acceptLead: (sum) =>
    `Penawaran ini menjadi pesanan sebesar ${sum}, persis seperti tertulis di sini. Anda membayarnya sesudah itu, tanpa akun; sebelum dibayar belum ada yang berjalan.`,
  acceptFor: (sum) => `Terima seharga ${sum}`,
  declineTitle: 'Tidak cocok?',
  account: 'Dengan akun',
  accountLead: (email) =>
    `Masuk atau daftar dengan ${email} untuk membawanya ke organisasi Anda dan menjawabnya di sana.`,
  accountNeeded: 'Yang ini diterima dengan akun: hasilnya tidak dibayar dengan tautan saja.',
  toAccount: 'Masuk atau daftar',
  placedTitle: 'Diterima. Terima kasih!',
  placedLead:
    'Nomor dan kode ini juga kami kirim lewat email. Dengan itu Anda membayar, mengikuti pesanan, dan mengambil dokumennya.',
  number: 'Nomor pesanan',
  code: 'Kode keamanan',
  pay: 'Lihat dan bayar',
};

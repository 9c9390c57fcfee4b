import type { Text } from './acts-en.ts';

export const text: Text = {
  you: 'Anda',
  quote: 'Kutip',
  quoteOf: (name, time) => `Kutip tulisan ${name} pukul ${time}`,
  more: (name, time) => `Lainnya untuk tulisan ${name} pukul ${time}`,
  edited: (time) => `diubah ${time}`,
  seeVersions: 'Lihat tulisan sebelumnya',
  correct: 'Perbaiki',
  correctTitle: 'Perbaiki pesan',
  lead: 'Semua yang membaca tiket ini melihat bahwa pesan diperbaiki, juga tulisan sebelumnya. Email yang sudah terkirim tetap seperti semula.',
  noteLead:
    'Rekan melihat bahwa catatan diperbaiki, juga tulisan sebelumnya. Siapa yang baru Anda sebut akan dikabari.',
  text: 'Tulisan yang benar',
  empty: 'Tulis beberapa kata dulu.',
  leave: 'Biarkan seperti semula',
  save: 'Simpan perbaikan',
  corrected: 'Sudah diperbaiki. Tulisan sebelumnya tetap disimpan.',
  overtaken: 'Pesan ini baru saja diperbaiki di tempat lain. Sekarang tertulis:',
  versionsTitle: 'Riwayat tulisan pesan ini',
  takenOut: 'dihapus',
  putIn: 'ditambahkan',
  now: 'Sekarang',
  before: 'Sebelumnya',
  first: 'Semula',
  nothingLeft: 'Tulisannya sudah dihapus selamanya, termasuk semua versi sebelumnya.',
  redacted: (name, when, reason) => `Dihapus oleh ${name} pada ${when}, karena: ${reason}`,
  problems: {
    message_changed:
      'Pesan ini baru saja diperbaiki di tempat lain. Tulisan Anda tetap ada: simpan lagi untuk menggantikannya.',
    not_your_message: 'Hanya penulisnya yang dapat memperbaiki pesan.',
    message_redacted: 'Tulisan pesan ini sudah dihapus selamanya.',
    corrections_off: 'Pesan tidak dapat diperbaiki di sini. Tulis pesan baru saja.',
    correction_too_late: 'Waktu untuk memperbaiki pesan ini sudah lewat. Tulis pesan baru saja.',
    already_answered: 'Pesan ini sudah dijawab, jadi tetap seperti semula. Tulis pesan baru saja.',
  },
};

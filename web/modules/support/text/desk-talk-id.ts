import type { Text } from './desk-talk-en.ts';

export const text: Text = {
  people: 'Siapa yang disebut',
  found: (count) => `${count} rekan. Panah memilih, Enter menyebut.`,
  noneFound: 'Tidak ada rekan dengan nama itu.',
  hint: '@ menyebut rekan',
  noteInNote: 'Catatan internal hanya untuk tim, jadi dikutip di catatan.',
  redact: 'Hapus tulisannya…',
  redactTitle: 'Hapus tulisan selamanya',
  redactLead:
    'Tulisan pesan ini dan semua versi sebelumnya dihapus, juga dari pemberitahuan di portal. Tidak dapat dibatalkan. Email yang sudah terkirim dan kutipan di pesan lain tetap ada.',
  reason: 'Alasan',
  reasonHint: 'Dibaca semua yang membaca pesan ini, misalnya “kata sandi”. Jangan mengulang isinya.',
  reasonMissing: 'Tulis alasannya dengan singkat.',
  withFiles: (count) => (count === 1 ? 'Hapus berkasnya juga' : `Hapus ${count} berkasnya juga`),
  redactDo: 'Hapus tulisannya',
  redactKeep: 'Biarkan pesan ini',
  redacted: 'Tulisannya sudah dihapus.',
  corrections: 'Memperbaiki pesan',
  correctionsLead:
    'Penulis boleh memperbaiki tulisannya selama ini; klien hanya sampai dijawab. Tulisan sebelumnya tetap disimpan dan diperlihatkan.',
  minutes: 'Menit untuk memperbaiki pesan',
  minutesHint: '0 mematikannya; paling lama 10080, yaitu seminggu.',
  minutesWrong: 'Menit bulat dari 0 sampai 10080.',
};

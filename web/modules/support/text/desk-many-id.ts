import type { Text } from './desk-many-en.ts';

export const text: Text = {
  keys: 'memilih, E mengubah yang dipilih',
  take: 'Tugaskan ke saya',
  change: 'Ubah…',
  title: (count) => `Ubah ${count} tiket`,
  lead: 'Yang Anda biarkan tidak berubah di setiap tiket.',
  asItIs: 'Biarkan',
  addTags: 'Tambahkan tanda',
  removeTags: 'Lepas tanda',
  tagsHint: 'Pisahkan dengan spasi.',
  nothing: 'Pilih paling sedikit satu hal yang diubah.',
  tellsClients: 'Klien langsung dikabari bahwa tiketnya selesai; pembatalan tidak menarik kembali kabar itu.',
  most: 'Paling banyak 100 tiket diubah sekaligus. 100 yang pertama terpilih.',
  done: (count) => `${count} tiket diubah.`,
  partly: (done, left) => `${done} tiket diubah. Tidak diubah: ${left}.`,
  none: (left) => `Tidak ada yang diubah: ${left}.`,
  undone: (count) => `Dibatalkan untuk ${count} tiket.`,
  undonePartly: (done, left) => `Dibatalkan untuk ${done} tiket. Dibiarkan seperti sekarang: ${left}.`,
  why: {
    not_found: 'sudah tidak ada',
    wrong_state: 'tidak bisa mendapat status itu',
    too_many_tags: 'tandanya akan lebih dari sepuluh',
    changed_since: 'sudah diubah orang lain',
  },
  andMore: (count) => `${count} lagi`,
};

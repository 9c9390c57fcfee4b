import type { Text } from './uploads-en.ts';

export const text: Text = {
  sending: (name) => `Mengirim ${name}`,
  ready: (name) => `${name} terlampir`,
  cancel: (name) => `Batalkan ${name}`,
  remove: (name) => `Lepas ${name}`,
  dismiss: (name) => `Hapus ${name} dari daftar`,
  again: 'Coba lagi',
  place: 'Taruh di teks',
  placeOf: (name) => `Taruh ${name} di dalam teks`,
  shows: 'Gambar apa ini?',
  showsOf: (name) => `Isi gambar ${name}, bagi yang tidak melihatnya`,
  save: 'Simpan berkas',
  tooLarge: (max) => `Terlalu besar. Batasnya ${max} tiap berkas.`,
  refusedType: 'Jenis berkas ini tidak bisa dilampirkan. Gambar, PDF, teks, atau ZIP bisa.',
  empty: 'Berkas ini kosong.',
  tooMany: (most) => `Paling banyak ${most} berkas untuk satu pesan.`,
  hint: (max) => `Gambar, PDF, dokumen, log, masing-masing sampai ${max}`,
  problems: {
    unknown_upload: 'Sebuah berkas sudah tidak ada karena terlalu lama menunggu. Lampirkan lagi.',
    file_type_refused: 'Jenis berkas ini tidak bisa dilampirkan, atau isinya tidak sesuai namanya.',
    file_too_large: 'Berkas ini terlalu besar.',
    file_infected: 'Berkas ini mengandung malware, jadi tidak kami simpan.',
    scanner_unavailable: 'Berkas belum bisa diperiksa saat ini. Coba lagi beberapa menit lagi, ya.',
    bytes_expected: 'Berkas tidak terbaca. Pilih lagi.',
  },
};

import type { Texting } from './desk-texting-en.ts';

export const text: Texting = {
  title: 'Kode ke ponsel',
  lead: 'Siapa pun yang mau bisa menerima kode untuk masuk lewat WhatsApp atau SMS. Setiap pesan ada biayanya, jadi Anda yang menentukan ke mana dan berapa banyak.',
  settings: 'Pengaturan',
  off: 'Saat ini tidak ada kode ke ponsel',
  offWords:
    'Instalasi ini belum punya pengirim pesan, jadi pilihan ini tidak ditawarkan. Yang Anda atur di sini berlaku begitu pengirimnya ada.',
  sandbox: 'Pesan tidak ke mana-mana: ini hanya uji coba',
  sandboxWords: 'Kode tidak sampai ke ponsel mana pun. Anda membacanya di antara pesan yang terkirim.',
  outbox: 'Lihat pesan terkirim',
  who: 'Siapa yang boleh menambah nomor',
  countries: 'Negara',
  countriesHint: 'Nomor dari negara lain tidak bisa ditambahkan. Nomor yang sudah ada tetap menerima kode.',
  nowhere: 'Belum ada negara: tidak ada yang bisa menambah nomor.',
  add: 'Tambah negara',
  choose: 'Pilih negara',
  remove: (country) => `Keluarkan ${country}`,
  others: (countries) => `${countries}, dan lainnya`,
  most: 'Kode ke nomor baru dalam 24 jam',
  mostHint: (sent) =>
    `Untuk semua orang; ${sent === 0 ? 'belum ada yang' : `${sent} sudah`} terkirim dalam waktu ini. Setelah habis, nomor baru ditolak untuk sementara. Cara masuk tidak terpengaruh.`,
  wholeNumber: 'Isi dengan bilangan bulat dari 0 sampai 100.000.',
  saved: 'Tersimpan. Berlaku mulai kode berikutnya.',
};

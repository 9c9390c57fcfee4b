import type { Desk } from './desk-en.ts';

export const text: Desk = {
  log: {
    title: 'Riwayat masuk',
    lead: 'Siapa yang masuk, dan apa yang ditolak, dalam setahun terakhir.',
    search: 'Nama, email, atau alamat jaringan',
    outcome: 'Hasil',
    outcomes: { opened: 'Berhasil masuk', refused: 'Ditolak', unusual: 'Tidak biasa' },
    people: { label: 'Milik siapa', staff: 'Staf', clients: 'Klien', all: 'Semua orang' },
    who: 'Siapa',
    nobody: 'Alamat yang tidak dikenal',
    how: 'Dengan apa',
    where: 'Dari mana',
    when: 'Kapan',
    result: 'Hasil',
    signedIn: 'Masuk',
    empty: 'Belum ada yang masuk',
    emptyHint: 'Mulai sekarang setiap kali masuk dan setiap penolakan tercatat di sini.',
  },
  account: {
    sessions: 'Tempat ia masuk',
    none: 'Tidak masuk di mana pun.',
    log: 'Riwayat masuk setahun terakhir',
    noLog: 'Belum ada.',
    disabled: 'Ditutup',
    endAll: 'Keluarkan dari semua perangkat',
    endAllOf: (name) => `Keluarkan ${name} dari semua perangkat?`,
    endAllEffect:
      'Semua perangkatnya langsung dikeluarkan dan kembali meminta langkah kedua. Kata sandinya tetap sama.',
    ended: (name) => `${name} sudah dikeluarkan dari semua perangkat.`,
  },
};

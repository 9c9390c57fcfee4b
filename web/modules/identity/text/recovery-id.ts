import type { Text } from './recovery-en.ts';

export const text: Text = {
  own: {
    title: 'Akun Anda akan dipulihkan',
    words: 'Tim kami menghapus langkah kedua dan kata sandi Anda, lalu mengeluarkan semua perangkat:',
    act: 'Hentikan',
    stopped: 'Pemulihan dihentikan. Tidak ada yang berubah.',
  },
  link: {
    title: 'Hentikan pemulihan?',
    lead: 'Tim kami diminta menghapus langkah kedua Anda. Kalau bukan Anda yang meminta, hentikan: tidak ada yang berubah.',
    act: 'Hentikan pemulihan',
    done: 'Pemulihan dihentikan. Langkah kedua dan kata sandi Anda tetap seperti semula.',
  },
  desk: {
    begin: 'Pulihkan akun',
    beginOf: (name) => `Pulihkan akun ${name}`,
    lead: 'Untuk orang yang kehilangan langkah kedua. Semua alamatnya langsung diberi tahu, dan ia bisa menghentikannya. Setelah masa tunggu, langkah kedua, kata sandi, dan sesinya dihapus, lalu tautan kata sandi baru dikirim.',
    reason: 'Apa yang terjadi',
    vouchedBy: 'Siapa yang menjamin orang ini',
    vouchedByHint: 'Dan bagaimana Anda memastikannya, misalnya menelepon balik ke nomor yang kita kenal.',
    beginAct: 'Mulai pemulihan',
    begun: (name) => `Pemulihan ${name} dimulai. Semua alamatnya sudah diberi tahu.`,
    menu: (name) => `Pemulihan ${name}`,
    underWay: 'Sedang dipulihkan',
    awaited: 'Menunggu persetujuan',
    due: 'Berlaku',
    began: 'Dimulai oleh',
    details: 'Lihat pemulihan',
    approve: 'Setujui pemulihan',
    approved: 'Pemulihan disetujui.',
    withdraw: 'Batalkan pemulihan',
    withdrawn: (name) => `Pemulihan ${name} dibatalkan.`,
    second: 'Administrator baru dipulihkan setelah administrator kedua menyetujui.',
  },
  problems: {
    own_recovery: 'Akun Anda harus dipulihkan oleh orang lain.',
    nothing_to_recover:
      'Orang ini tidak punya langkah kedua. Kata sandi baru lewat "Lupa kata sandi" sudah cukup.',
    recovery_under_way: 'Orang ini sedang dipulihkan.',
    cannot_approve_recovery: 'Anda tidak bisa menyetujui pemulihan ini.',
    began_it: 'Anda yang memulai, jadi orang lain yang harus menyetujui.',
    approved_already: 'Sudah disetujui.',
    not_needed: 'Tidak perlu persetujuan.',
    administrators_only: 'Hanya administrator yang bisa menyetujui.',
    recovery_over: 'Tautan ini tidak berlaku lagi: pemulihan sudah dihentikan atau selesai.',
  },
};

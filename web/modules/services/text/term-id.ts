import type { Text } from './term-en.ts';

export const text: Text = {
  length: (months) => `Kontrak ${months} bulan`,
  next: {
    ends: () => 'lalu berakhir',
    continues: () => 'lalu berlanjut per periode',
    renews: (days) => `diperpanjang sama lamanya kecuali Anda menolak ${days} hari sebelum berakhir`,
  },
  early: {
    not: 'tidak bisa berhenti lebih awal',
    free: 'bisa berhenti lebih awal tanpa biaya',
    percent: (part) => `berhenti lebih awal dikenai ${part} dari sisanya`,
    fixed: (sum) => `berhenti lebih awal dikenai ${sum}`,
  },
  billDay: {
    title: 'Ditagih',
    on: (day) => `tanggal ${day} setiap bulan`,
    last: 'hari terakhir setiap bulan',
    store: (when) => `ditagih ${when}; sampai saat itu dihitung per hari`,
  },
  title: 'Kontrak',
  until: (day) => `sampai ${day}`,
  follows: {
    ends: 'lalu berakhir',
    continues: 'lalu berlanjut per periode',
    renews: 'lalu diperpanjang sama lamanya',
    leaves: 'lalu berakhir, sesuai permintaan Anda',
  },
  sayBy: (day) => `tolak paling lambat ${day}`,
  leavesTitle: (day) => `Layanan ini berakhir bersama kontraknya, ${day}`,
  leavesHint: 'Sampai hari itu layanan berjalan dan ditagih seperti biasa.',
  withTerm: (day) => `Pada ${day}, saat kontraknya berakhir`,
  withTermHint:
    'Sampai hari itu layanan berjalan dan ditagih seperti biasa. Anda masih bisa berubah pikiran.',
  nowCosts:
    'Layanan langsung berhenti, datanya dihapus, dan berhenti sebelum kontrak selesai dikenai biaya yang Anda lihat berikutnya.',
  invoicesUntil: (day) => `Seperti biasa sampai ${day}, lalu tidak ada lagi`,
  fee: 'Biaya berhenti lebih awal',
  feeOf: (sum) => `${sum} termasuk pajak, ditagih sekarang`,
  feeOnceApproved: (sum) => `${sum} termasuk pajak, ditagih setelah disetujui`,
  askFor: (sum) => `Minta persetujuan ${sum}`,
  needsApproval:
    'Ini melebihi batas belanja Anda. Penyetuju di organisasi Anda memutuskan dulu, dan melihat biayanya pada hari itu.',
  askedTitle: 'Permintaan Anda menunggu persetujuan',
  askedHint:
    'Para penyetuju sudah kami kabari lewat email. Layanan berjalan terus sampai mereka memutuskan, lalu Anda kami kabari.',
  mayNotSee:
    'Biaya berhenti hanya bisa dilihat oleh yang boleh mengubah semua layanan organisasi Anda. Minta pemilik.',
  noFee: 'Berhenti lebih awal tidak dikenai biaya lagi',
  begins: 'Bersamanya dimulai',
  bill: (sum) => `Tagih ${sum} untuk berhenti lebih awal`,
  waive: 'Tidak menagih biaya berhenti lebih awal',
  waiveHint: 'Tulis alasannya di catatan; alasan itu tercatat di riwayat.',
  waiveWhy: 'Tulis mengapa tidak ditagih.',
  problems: {
    in_term: 'Layanan ini disepakati sampai kontraknya berakhir. Pilih hari itu, atau hubungi dukungan.',
    leaving_costs: 'Berhenti sebelum kontrak berakhir ada biayanya. Lihat jumlahnya dulu.',
    no_term: 'Tidak ada kontrak berjangka.',
    ends_with_term: 'Layanan ini memang berakhir bersama kontraknya.',
    notice_passed: 'Batas hari untuk menolak sudah lewat: kontraknya diperpanjang.',
    quote_stale: 'Jumlahnya berubah sejak Anda lihat. Lihat lagi.',
    awaits_approval: 'Ada permintaan untuk layanan ini yang menunggu persetujuan. Putuskan atau tarik dulu.',
  },
};

import { locale } from '../../../kernel/i18n/locale.ts';

// Both languages in one script of its own: few words, asked for on overdue invoices alone.
const en = {
  act: 'Name a day to pay',
  title: 'When will it be paid?',
  lead: 'Until that day we send no more notices and put nothing on hold.',
  on: 'Paid by',
  until: (day: string) => `${day} at the latest.`,
  send: (day: string) => `Promise to pay by ${day}`,
  sendPlain: 'Promise to pay',
  note: 'Note this promise',
  done: (day: string) => `Noted: it will be paid by ${day}.`,
  promised: (day: string) => `You have promised to pay by ${day}. Until then nothing is put on hold.`,
  needsDay: 'Choose a day.',
  tooFar: 'Choose a day that is not past and not too far away.',
  no: {
    not_offered: 'Days cannot be named here. Open a ticket, and we will find a solution.',
    not_overdue: 'This invoice is not overdue.',
    in_other_hands: 'Somebody of our team is looking after this invoice. Please open a ticket.',
    promised_already: 'A day has been named already.',
    promised_too_often:
      'A day was named for this invoice before. Please open a ticket, and we will find a solution.',
    promised_too_often_this_year: 'Days were named too often this year. Please open a ticket.',
  },
};
const id: typeof en = {
  act: 'Janjikan tanggal bayar',
  title: 'Kapan akan dibayar?',
  lead: 'Sampai hari itu kami tidak mengirim pemberitahuan lagi dan tidak menghentikan apa pun.',
  on: 'Dibayar paling lambat',
  until: (day) => `Paling lambat ${day}.`,
  send: (day) => `Janji bayar ${day}`,
  sendPlain: 'Janji bayar',
  note: 'Catat janji ini',
  done: (day) => `Tercatat: akan dibayar paling lambat ${day}.`,
  promised: (day) =>
    `Anda berjanji membayar paling lambat ${day}. Sampai hari itu tidak ada yang dihentikan.`,
  needsDay: 'Pilih tanggalnya.',
  tooFar: 'Pilih tanggal yang belum lewat dan tidak terlalu jauh.',
  no: {
    not_offered: 'Tanggal tidak bisa dijanjikan di sini. Buka tiket, kita cari jalannya bersama.',
    not_overdue: 'Tagihan ini belum lewat jatuh tempo.',
    in_other_hands: 'Tim kami sedang menangani tagihan ini. Silakan buka tiket.',
    promised_already: 'Tanggalnya sudah dijanjikan.',
    promised_too_often:
      'Untuk tagihan ini sudah pernah dijanjikan tanggal. Buka tiket, kita cari jalannya bersama.',
    promised_too_often_this_year: 'Tahun ini sudah terlalu sering. Silakan buka tiket.',
  },
};
const words = { en, id };

/** The words of a promise to pay, apart from those of the module. */
export const usePromiseText = () => words[locale.use()];

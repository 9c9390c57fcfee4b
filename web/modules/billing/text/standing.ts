import { locale } from '../../../kernel/i18n/locale.ts';
import { plural } from '../../../kernel/i18n/plural.ts';

// Both languages in one script, which comes with the page of an invoice and not with the list.
const en = {
  pending: {
    title: 'We are checking your payment',
    hint: 'There is nothing for you to do. We tell you as soon as it is confirmed.',
  },
  overdue: {
    title: (days: number) => `This invoice is ${plural(days, 'one day', `${days} days`)} overdue`,
    hint: 'Services on it may be put on hold. They run again as soon as it is paid.',
  },
  credited: {
    title: 'All of this invoice was taken back',
    hint: 'There is nothing to pay. What you had paid is your credit.',
  },
  void: { title: 'This invoice was withdrawn', hint: 'It does not have to be paid.' },
};
const id: typeof en = {
  pending: {
    title: 'Pembayaran Anda sedang kami periksa',
    hint: 'Tidak ada yang perlu Anda lakukan. Kami kabari begitu sudah dipastikan.',
  },
  overdue: {
    title: (days) => `Tagihan ini terlambat ${days} hari`,
    hint: 'Layanannya bisa kami hentikan sementara. Begitu dibayar, layanan menyala lagi.',
  },
  credited: {
    title: 'Seluruh tagihan ini sudah dikembalikan',
    hint: 'Tidak ada yang perlu dibayar. Yang sudah Anda bayar menjadi saldo kredit.',
  },
  void: { title: 'Tagihan ini dibatalkan', hint: 'Tidak perlu dibayar.' },
};
const words = { en, id };

/** What is special about an invoice, said above it. */
export const useStandingText = () => words[locale.use()];

import { defineMessage } from '../../kernel/messages.ts';
import type { Reader } from '../../kernel/messages.ts';
import { formatMoney, fromJson } from '../../kernel/values/money.ts';
import type { Locale, MoneyJson } from '../../kernel/values/money.ts';

const topic = 'billing';

interface AboutRefund {
  amount: MoneyJson;
  /** Where it goes: 'Visa •••• 4242'. */
  to: string;
  path: string;
}

/** A greeting for those who like to be spoken to. */
function opened(locale: Locale, { name, tone }: Reader, paragraphs: string[]): string[] {
  return tone === 'short' ? paragraphs : [`${locale === 'id' ? 'Halo' : 'Hello'} ${name},`, ...paragraphs];
}

const sum = (amount: MoneyJson, locale: Locale) => formatMoney(fromJson(amount), locale);

export const refundBegun = defineMessage<AboutRefund>({
  name: 'payments.refund-begun',
  topic,
  required: true,
  text: {
    id: ({ amount, to, path }, reader) => ({
      subject: `Pengembalian dana ${sum(amount, 'id')} sedang diproses`,
      paragraphs: opened('id', reader, [
        `Kami sedang mengembalikan ${sum(amount, 'id')} ke ${to}.`,
        'Tidak ada yang perlu Anda lakukan. Kami kabari begitu dananya terkirim.',
      ]),
      act: { label: 'Lihat pengembalian dana', path },
    }),
    en: ({ amount, to, path }, reader) => ({
      subject: `Your refund of ${sum(amount, 'en')} is on its way`,
      paragraphs: opened('en', reader, [
        `We are giving ${sum(amount, 'en')} back to ${to}.`,
        'There is nothing for you to do. We tell you as soon as it was sent.',
      ]),
      act: { label: 'See the refund', path },
    }),
  },
});

export const refundSent = defineMessage<AboutRefund>({
  name: 'payments.refund-sent',
  topic,
  required: true,
  text: {
    id: ({ amount, to, path }, reader) => ({
      subject: `Dana ${sum(amount, 'id')} sudah kami kembalikan`,
      paragraphs: opened('id', reader, [
        `${sum(amount, 'id')} sudah kami kirim ke ${to}.`,
        'Tergantung bank Anda, perlu beberapa hari sampai terlihat.',
      ]),
      act: { label: 'Lihat pengembalian dana', path },
    }),
    en: ({ amount, to, path }, reader) => ({
      subject: `We have refunded ${sum(amount, 'en')}`,
      paragraphs: opened('en', reader, [
        `${sum(amount, 'en')} was sent to ${to}.`,
        'Depending on your bank it takes some days until you see it.',
      ]),
      act: { label: 'See the refund', path },
    }),
  },
});

export const refundCameBack = defineMessage<AboutRefund>({
  name: 'payments.refund-came-back',
  topic,
  required: true,
  text: {
    id: ({ amount, to, path }, reader) => ({
      subject: `Pengembalian dana ${sum(amount, 'id')} tidak berhasil`,
      paragraphs: opened('id', reader, [
        `Dana ${sum(amount, 'id')} tidak bisa kami kirim ke ${to}. Jumlah itu kembali menjadi saldo kredit Anda.`,
        'Ingin dikirim ke rekening lain? Buka tiket, kita atur bersama.',
      ]),
      act: { label: 'Lihat saldo kredit', path },
    }),
    en: ({ amount, to, path }, reader) => ({
      subject: `Your refund of ${sum(amount, 'en')} did not go through`,
      paragraphs: opened('en', reader, [
        `We could not send ${sum(amount, 'en')} to ${to}. That sum is your credit again.`,
        'Would you like it on another account? Open a ticket and we will arrange it together.',
      ]),
      act: { label: 'See your credit', path },
    }),
  },
});

import { defineMessage } from '../../kernel/messages.ts';
import type { Reader } from '../../kernel/messages.ts';
import { formatMoney, fromJson } from '../../kernel/values/money.ts';
import type { Locale, MoneyJson } from '../../kernel/values/money.ts';

const topic = 'billing';

const sum = (amount: MoneyJson, locale: Locale) => formatMoney(fromJson(amount), locale);

function opened(locale: Locale, { name, tone }: Reader, paragraphs: string[]): string[] {
  return tone === 'short' ? paragraphs : [`${locale === 'id' ? 'Halo' : 'Hello'} ${name},`, ...paragraphs];
}

interface ForStaff {
  client: string;
  amount: MoneyJson;
  /** The last day for an answer, in the reader's words of a date; null where the bank names none. */
  days: number | null;
  path: string;
}

const within = {
  id: (days: number | null) =>
    days === null ? 'Bank tidak menyebut tenggat.' : `Bank menunggu jawaban ${days} hari lagi.`,
  en: (days: number | null) =>
    days === null
      ? 'The bank names no deadline.'
      : `The bank waits ${days} more ${days === 1 ? 'day' : 'days'} for an answer.`,
};

export const disputeForStaff = defineMessage<ForStaff & { asksOnly: boolean }>({
  name: 'payments.dispute-opened-for-staff',
  topic,
  required: true,
  text: {
    id: ({ client, amount, days, asksOnly, path }) => ({
      subject: asksOnly
        ? `Bank bertanya tentang pembayaran ${client} sebesar ${sum(amount, 'id')}`
        : `Sengketa baru: ${client}, ${sum(amount, 'id')}`,
      paragraphs: [
        asksOnly
          ? 'Belum ada uang yang ditarik. Jawaban yang baik sekarang sering mencegah sengketa.'
          : 'Bank sudah menarik uangnya. Selama sengketa berjalan tagihannya tidak ditagih.',
        within.id(days),
      ],
      act: { label: 'Lihat sengketanya', path },
    }),
    en: ({ client, amount, days, asksOnly, path }) => ({
      subject: asksOnly
        ? `A bank asks about a payment of ${client} over ${sum(amount, 'en')}`
        : `New dispute: ${client}, ${sum(amount, 'en')}`,
      paragraphs: [
        asksOnly
          ? 'No money has been taken yet. A good answer now often prevents a dispute.'
          : 'The bank has taken the money. While the dispute lasts nobody is chased for the invoice.',
        within.en(days),
      ],
      act: { label: 'See the dispute', path },
    }),
  },
});

export const disputeDueSoon = defineMessage<ForStaff>({
  name: 'payments.dispute-due-soon',
  topic,
  required: true,
  text: {
    id: ({ client, amount, days, path }) => ({
      subject: `Sengketa ${client} belum dijawab: ${days} hari lagi`,
      paragraphs: [`${sum(amount, 'id')} hilang jika bank tidak menerima jawaban pada waktunya.`],
      act: { label: 'Jawab sengketanya', path },
    }),
    en: ({ client, amount, days, path }) => ({
      subject: `The dispute of ${client} is not answered: ${days} more ${days === 1 ? 'day' : 'days'}`,
      paragraphs: [`${sum(amount, 'en')} is lost if the bank gets no answer in time.`],
      act: { label: 'Answer the dispute', path },
    }),
  },
});

export const disputeOverForStaff = defineMessage<Omit<ForStaff, 'days'> & { won: boolean }>({
  name: 'payments.dispute-over-for-staff',
  topic,
  required: true,
  text: {
    id: ({ client, amount, won, path }) => ({
      subject: won
        ? `Sengketa ${client} dimenangkan: ${sum(amount, 'id')}`
        : `Sengketa ${client} kalah: ${sum(amount, 'id')}`,
      paragraphs: [
        won
          ? 'Bank memutuskan untuk kita. Begitu uangnya kembali, tagihannya lunas lagi.'
          : 'Tagihannya harus dibayar lagi. Bicarakan dengan klien sebelum hal lain dilakukan.',
      ],
      act: { label: 'Lihat sengketanya', path },
    }),
    en: ({ client, amount, won, path }) => ({
      subject: won
        ? `Dispute of ${client} won: ${sum(amount, 'en')}`
        : `Dispute of ${client} lost: ${sum(amount, 'en')}`,
      paragraphs: [
        won
          ? 'The bank has decided for us. As soon as the money is back the invoice is paid again.'
          : 'The invoice is owed again. Talk with the client before anything else is done.',
      ],
      act: { label: 'See the dispute', path },
    }),
  },
});

export const strangeDispute = defineMessage<{ gateway: string; amount: MoneyJson; path: string }>({
  name: 'payments.strange-dispute',
  topic,
  required: true,
  text: {
    id: ({ gateway, amount, path }) => ({
      subject: 'Ada sengketa yang tidak cocok dengan pembayaran mana pun',
      paragraphs: [
        `${gateway} melaporkan sengketa sebesar ${sum(amount, 'id')} yang tidak cocok dengan pembayaran di sini.`,
        'Mohon diperiksa di gateway itu sendiri; di pembukuan belum ada yang diubah.',
      ],
      act: { label: 'Lihat catatannya', path },
    }),
    en: ({ gateway, amount, path }) => ({
      subject: 'A dispute fits no payment here',
      paragraphs: [
        `${gateway} tells of a dispute over ${sum(amount, 'en')} that fits no payment here.`,
        'Please look at it in the gateway itself; nothing was changed in the books.',
      ],
      act: { label: 'See the record', path },
    }),
  },
});

interface ForPayer {
  amount: MoneyJson;
  paidWith: string;
  path: string;
}

export const paymentDisputed = defineMessage<ForPayer>({
  name: 'payments.payment-disputed',
  topic,
  required: true,
  text: {
    id: ({ amount, paidWith, path }, reader) => ({
      subject: `Bank menarik kembali pembayaran ${sum(amount, 'id')}`,
      paragraphs: opened('id', reader, [
        `Pembayaran dengan ${paidWith} dipersoalkan di bank, sehingga ${sum(amount, 'id')} ditarik kembali dan tagihannya terbuka lagi.`,
        'Selama bank memeriksanya kami tidak menagih dan tidak menghentikan apa pun. Jika ini keliru, kabari bank Anda atau balas lewat tiket.',
      ]),
      act: { label: 'Lihat tagihan', path },
    }),
    en: ({ amount, paidWith, path }, reader) => ({
      subject: `The bank has taken back a payment of ${sum(amount, 'en')}`,
      paragraphs: opened('en', reader, [
        `The payment with ${paidWith} is disputed at the bank, so ${sum(amount, 'en')} was taken back and the invoice is open again.`,
        'While the bank looks at it we send no reminders and stop nothing. If this is a mistake, tell your bank, or write to us in a ticket.',
      ]),
      act: { label: 'See the invoice', path },
    }),
  },
});

export const disputedMoneyBack = defineMessage<ForPayer>({
  name: 'payments.disputed-money-back',
  topic,
  required: true,
  text: {
    id: ({ amount, paidWith, path }, reader) => ({
      subject: `Pembayaran ${sum(amount, 'id')} berlaku lagi`,
      paragraphs: opened('id', reader, [
        `Bank sudah menyelesaikan sengketa tentang pembayaran dengan ${paidWith}, dan uangnya kembali kepada kami.`,
        'Tidak ada yang perlu Anda lakukan.',
      ]),
      act: { label: 'Lihat tagihan', path },
    }),
    en: ({ amount, paidWith, path }, reader) => ({
      subject: `The payment of ${sum(amount, 'en')} stands again`,
      paragraphs: opened('en', reader, [
        `The bank has settled the dispute about the payment with ${paidWith}, and the money has come back to us.`,
        'There is nothing for you to do.',
      ]),
      act: { label: 'See the invoice', path },
    }),
  },
});

export const disputeLost = defineMessage<ForPayer>({
  name: 'payments.dispute-lost',
  topic,
  required: true,
  text: {
    id: ({ amount, paidWith, path }, reader) => ({
      subject: 'Bank sudah memutuskan: tagihannya perlu dibayar lagi',
      paragraphs: opened('id', reader, [
        `Bank tetap mengembalikan pembayaran ${sum(amount, 'id')} dengan ${paidWith} kepada pemiliknya. Tagihannya kini perlu dibayar dengan cara lain.`,
        'Kalau menurut Anda tagihannya keliru, buka tiket; kita selesaikan bersama.',
      ]),
      act: { label: 'Lihat tagihan', path },
    }),
    en: ({ amount, paidWith, path }, reader) => ({
      subject: 'The bank has decided: the invoice needs to be paid again',
      paragraphs: opened('en', reader, [
        `The bank keeps the payment of ${sum(amount, 'en')} with ${paidWith} returned to its owner. The invoice now needs to be paid another way.`,
        'If you think the invoice is wrong, open a ticket and we will settle it together.',
      ]),
      act: { label: 'See the invoice', path },
    }),
  },
});

import type { Reader } from '../../kernel/messages.ts';
import { defineMessage } from '../../kernel/messages.ts';
import { date, formatDate } from '../../kernel/values/dates.ts';
import { formatMoney, fromJson } from '../../kernel/values/money.ts';
import type { Locale, MoneyJson } from '../../kernel/values/money.ts';
import type { DeclineClass } from './domain/attempt.ts';

const topic = 'billing';

/** A greeting for those who like to be spoken to. */
function opened(locale: Locale, { name, tone }: Reader, paragraphs: (string | false)[]): string[] {
  const said = paragraphs.filter((paragraph) => paragraph !== false);
  return tone === 'short' ? said : [`${locale === 'id' ? 'Halo' : 'Hello'} ${name},`, ...said];
}

const sum = (amount: MoneyJson, locale: Locale) => formatMoney(fromJson(amount), locale);
const day = (text: string, locale: Locale) => formatDate(date(text), locale, 'long');

const whatNow: Record<Locale, Record<DeclineClass, string>> = {
  id: {
    retry:
      'Biasanya ini soal saldo atau limit. Kami sudah mencobanya beberapa kali dan tidak mencoba lagi; silakan bayar dengan cara lain.',
    needs_customer: 'Bank ingin Anda sendiri yang menyetujuinya, atau kartunya perlu diperbarui.',
    never: 'Kartu ini tidak bisa dipakai lagi. Mohon ganti dengan kartu lain.',
  },
  en: {
    retry:
      'This is usually about the balance or a limit. We have tried as often as we may and do not try again; please pay another way.',
    needs_customer: 'The bank wants you to confirm it yourself, or the card needs to be renewed.',
    never: 'This card can no longer be used. Please replace it with another one.',
  },
};

/** A renewal could not be charged to the saved method. */
export const automaticPaymentFailed = defineMessage<{
  card: string;
  number: string | null;
  amount: MoneyJson;
  class: DeclineClass;
  /** A calendar date. */
  dueOn: string;
  /** The day on which it is tried again, and with what; null when it is not. */
  next: { on: string; with: string } | null;
  path: string;
}>({
  name: 'payments.automatic-payment-failed',
  topic,
  required: true,
  text: {
    id: (about, reader) => ({
      subject: `Pembayaran otomatis ${sum(about.amount, 'id')} belum berhasil`,
      paragraphs: opened('id', reader, [
        `Kami mencoba membayar tagihan ${about.number ?? 'Anda'} sebesar ${sum(about.amount, 'id')} dengan ${about.card}, tetapi ditolak.`,
        about.next
          ? `Kami coba lagi tanggal ${day(about.next.on, 'id')} dengan ${about.next.with}. Anda tidak perlu melakukan apa-apa, atau bayar sekarang dengan cara lain.`
          : whatNow.id[about.class],
        `Tagihan ini jatuh tempo ${day(about.dueOn, 'id')}. Membayarnya hanya perlu satu menit.`,
      ]),
      act: { label: `Bayar ${sum(about.amount, 'id')}`, path: about.path },
    }),
    en: (about, reader) => ({
      subject: `The automatic payment of ${sum(about.amount, 'en')} did not go through`,
      paragraphs: opened('en', reader, [
        `We tried to pay ${about.number === null ? 'your invoice' : `invoice ${about.number}`} of ${sum(about.amount, 'en')} with ${about.card}, and it was declined.`,
        about.next
          ? `We try again on ${day(about.next.on, 'en')} with ${about.next.with}. You need not do anything, or you can pay another way now.`
          : whatNow.en[about.class],
        `The invoice is due on ${day(about.dueOn, 'en')}. Paying it takes a minute.`,
      ]),
      act: { label: `Pay ${sum(about.amount, 'en')}`, path: about.path },
    }),
  },
});

export const transferNotFound = defineMessage<{
  number: string | null;
  /** It was for the credit, not for an invoice. */
  deposit: boolean;
  amount: MoneyJson;
  /** Calendar dates. */
  paidOn: string;
  reason: string;
  path: string;
}>({
  name: 'payments.transfer-not-found',
  topic,
  required: true,
  text: {
    id: (about, reader) => ({
      subject: `Transfer ${sum(about.amount, 'id')} belum bisa kami pastikan`,
      paragraphs: opened('id', reader, [
        `Anda melaporkan transfer ${sum(about.amount, 'id')} tanggal ${day(about.paidOn, 'id')} untuk ${about.deposit ? 'saldo kredit Anda' : `tagihan ${about.number ?? 'Anda'}`}. Kami sudah memeriksa rekening kami dan belum bisa memastikannya.`,
        `Catatan dari tim kami: ${about.reason}`,
        'Silakan laporkan lagi dengan bukti yang lebih jelas, atau bayar dengan cara lain.',
      ]),
      act: { label: 'Buka pembayaran', path: about.path },
    }),
    en: (about, reader) => ({
      subject: `We could not confirm your transfer of ${sum(about.amount, 'en')}`,
      paragraphs: opened('en', reader, [
        `You told us about a transfer of ${sum(about.amount, 'en')} on ${day(about.paidOn, 'en')} for ${about.deposit ? 'your credit' : about.number === null ? 'your invoice' : `invoice ${about.number}`}. We looked at our account and could not confirm it.`,
        `A note from our team: ${about.reason}`,
        'Please report it again with clearer proof, or pay another way.',
      ]),
      act: { label: 'Open the payment', path: about.path },
    }),
  },
});

export const methodExpiring = defineMessage<{
  /** 'Visa •••• 4242' */
  card: string;
  /** The last day on which it is valid, a calendar date. */
  expiresOn: string;
  /** It is charged for renewals; `isOver`: it was. */
  isDefault: boolean;
  isOver: boolean;
  path: string;
}>({
  name: 'payments.method-expiring',
  topic,
  text: {
    id: ({ card, expiresOn, isDefault, isOver, path }, reader) => ({
      subject: isOver
        ? `Kartu ${card} sudah tidak berlaku`
        : `Kartu ${card} berlaku sampai ${day(expiresOn, 'id')}`,
      paragraphs: opened('id', reader, [
        isOver
          ? `Kartu ${card} yang Anda simpan berlaku sampai ${day(expiresOn, 'id')}, jadi sekarang tidak bisa kami pakai lagi.`
          : `Kartu ${card} yang Anda simpan berlaku sampai ${day(expiresOn, 'id')}.`,
        isDefault
          ? 'Perpanjangan layanan Anda dibayar otomatis dengan kartu ini. Simpan kartu baru supaya layanan tetap berjalan tanpa jeda.'
          : 'Kalau masih ingin memakainya, simpan kartu barunya.',
      ]),
      act: { label: 'Perbarui kartu', path },
    }),
    en: ({ card, expiresOn, isDefault, isOver, path }, reader) => ({
      subject: isOver ? `${card} has expired` : `${card} expires on ${day(expiresOn, 'en')}`,
      paragraphs: opened('en', reader, [
        isOver
          ? `${card}, which you saved with us, was valid until ${day(expiresOn, 'en')}, so we can no longer charge it.`
          : `${card}, which you saved with us, is valid until ${day(expiresOn, 'en')}.`,
        isDefault
          ? 'Your renewals are paid with it automatically. Save the new card, and your services run on without a break.'
          : 'If you still want to use it, save the new card.',
      ]),
      act: { label: 'Renew the card', path },
    }),
  },
});

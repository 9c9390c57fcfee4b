import { defineMessage } from '../../kernel/messages.ts';
import type { MessageText, Reader } from '../../kernel/messages.ts';
import { date, formatDate } from '../../kernel/values/dates.ts';
import { formatMoney, fromJson } from '../../kernel/values/money.ts';
import type { Locale, MoneyJson } from '../../kernel/values/money.ts';
import { paperIn, sayPaper } from './mailed-paper.ts';
import type { MailedPaper } from './mailed-paper.ts';

interface AboutInvoice {
  number: string;
  title: { id: string; en: string };
  total: MoneyJson;
  /** What is still owed. */
  balance: MoneyJson;
  /** A calendar date. */
  dueOn: string;
  path: string;
}

const topic = 'billing';

/** A greeting for those who like to be spoken to. */
function opened(locale: Locale, { name, tone }: Reader, paragraphs: (string | false)[]): string[] {
  const said = paragraphs.filter((paragraph) => paragraph !== false);
  return tone === 'short' ? said : [`${locale === 'id' ? 'Halo' : 'Hello'} ${name},`, ...said];
}

const sum = (amount: MoneyJson, locale: Locale) => formatMoney(fromJson(amount), locale);
const day = (text: string, locale: Locale) => formatDate(date(text), locale, 'long');

function act(locale: Locale, { balance, path }: Pick<AboutInvoice, 'balance' | 'path'>): MessageText['act'] {
  if (balance.amount === 0) return { label: locale === 'id' ? 'Lihat tagihan' : 'See the invoice', path };
  return { label: `${locale === 'id' ? 'Bayar' : 'Pay'} ${sum(balance, locale)}`, path };
}

export const invoiceReady = defineMessage<AboutInvoice>({
  name: 'billing.invoice-ready',
  topic,
  required: true,
  text: {
    id: (about, reader) => ({
      subject: `Tagihan ${about.number}: ${sum(about.total, 'id')}`,
      paragraphs: opened('id', reader, [
        `Tagihan ${about.number} untuk ${about.title.id} sudah terbit, sebesar ${sum(about.total, 'id')}.`,
        about.balance.amount === 0
          ? 'Tagihan ini sudah lunas dari saldo kredit Anda. Tidak ada yang perlu dibayar.'
          : `Mohon dibayar paling lambat ${day(about.dueOn, 'id')}.`,
      ]),
      act: act('id', about)!,
    }),
    en: (about, reader) => ({
      subject: `Invoice ${about.number}: ${sum(about.total, 'en')}`,
      paragraphs: opened('en', reader, [
        `Invoice ${about.number} for ${about.title.en} is ready: ${sum(about.total, 'en')}.`,
        about.balance.amount === 0
          ? 'Your credit has paid it in full. There is nothing left to do.'
          : `Please pay it by ${day(about.dueOn, 'en')}.`,
      ]),
      act: act('en', about)!,
    }),
  },
});

/** Staff send it again, since somebody asked for it. */
export const invoiceSentAgain = defineMessage<
  AboutInvoice & { organization: string; invoice: string; paper: MailedPaper }
>({
  name: 'billing.invoice-sent-again',
  topic,
  required: true,
  files: {
    of: ({ organization, invoice, paper, path }) => ({
      organization,
      message: sayPaper(invoice, paper),
      path,
    }),
    find: (_db, of) => Promise.resolve([paperIn(of)]),
  },
  text: {
    id: (about, reader) => ({
      subject: `Tagihan ${about.number}: ${sum(about.total, 'id')}`,
      paragraphs: opened('id', reader, [
        `Ini tagihan ${about.number} untuk ${about.title.id} sekali lagi, sebesar ${sum(about.total, 'id')}.`,
        about.balance.amount === 0
          ? 'Tagihan ini sudah lunas.'
          : `Yang belum dibayar ${sum(about.balance, 'id')}, jatuh tempo ${day(about.dueOn, 'id')}.`,
      ]),
      act: act('id', about)!,
    }),
    en: (about, reader) => ({
      subject: `Invoice ${about.number}: ${sum(about.total, 'en')}`,
      paragraphs: opened('en', reader, [
        `Here is invoice ${about.number} for ${about.title.en} once more: ${sum(about.total, 'en')}.`,
        about.balance.amount === 0
          ? 'It is paid.'
          : `${sum(about.balance, 'en')} is still to be paid, due on ${day(about.dueOn, 'en')}.`,
      ]),
      act: act('en', about)!,
    }),
  },
});

export const paymentReminder = defineMessage<AboutInvoice>({
  name: 'billing.payment-reminder',
  topic,
  required: true,
  text: {
    id: (about, reader) => ({
      subject: `Pengingat: tagihan ${about.number} jatuh tempo ${day(about.dueOn, 'id')}`,
      paragraphs: opened('id', reader, [
        `Tagihan ${about.number} untuk ${about.title.id} jatuh tempo ${day(about.dueOn, 'id')}. Yang perlu dibayar ${sum(about.balance, 'id')}.`,
        'Sudah membayar? Abaikan saja pesan ini.',
      ]),
      act: act('id', about)!,
    }),
    en: (about, reader) => ({
      subject: `Reminder: invoice ${about.number} is due ${day(about.dueOn, 'en')}`,
      paragraphs: opened('en', reader, [
        `Invoice ${about.number} for ${about.title.en} is due on ${day(about.dueOn, 'en')}. There is ${sum(about.balance, 'en')} to pay.`,
        'If you have paid already, please ignore this message.',
      ]),
      act: act('en', about)!,
    }),
  },
});

/** `on`: the day by which it was going to be paid. */
export const promiseBroken = defineMessage<AboutInvoice & { on: string }>({
  name: 'billing.promise-broken',
  topic,
  required: true,
  text: {
    id: (about, reader) => ({
      subject: `Tagihan ${about.number}: tanggal janji bayar sudah lewat`,
      paragraphs: opened('id', reader, [
        `Tagihan ${about.number} dijanjikan akan dibayar paling lambat ${day(about.on, 'id')}, dan pembayarannya belum kami terima. Sisanya ${sum(about.balance, 'id')}.`,
        'Penagihan berlanjut dari langkah terakhir. Sudah membayar hari ini? Abaikan saja pesan ini.',
      ]),
      act: act('id', about)!,
    }),
    en: (about, reader) => ({
      subject: `Invoice ${about.number}: the promised day has passed`,
      paragraphs: opened('en', reader, [
        `Invoice ${about.number} was going to be paid by ${day(about.on, 'en')}, and we have not received the payment. There is ${sum(about.balance, 'en')} left to pay.`,
        'Collection goes on where it stopped. If you have paid today, please ignore this message.',
      ]),
      act: act('en', about)!,
    }),
  },
});

/** `suspendOn`: the day services on the invoice are going to be suspended; null when there are none. */
export const overdueNotice = defineMessage<AboutInvoice & { suspendOn: string | null }>({
  name: 'billing.overdue-notice',
  topic,
  required: true,
  text: {
    id: (about, reader) => ({
      subject: `Tagihan ${about.number} sudah lewat jatuh tempo`,
      paragraphs: opened('id', reader, [
        `Kami belum menerima pembayaran tagihan ${about.number} untuk ${about.title.id}, yang jatuh tempo ${day(about.dueOn, 'id')}. Sisanya ${sum(about.balance, 'id')}.`,
        about.suspendOn !== null &&
          `Kalau belum dibayar sampai ${day(about.suspendOn, 'id')}, layanannya kami hentikan sementara. Begitu dibayar, layanan menyala lagi dengan sendirinya.`,
        'Ada kendala? Balas pesan ini atau buka tiket, kita cari jalannya bersama.',
      ]),
      act: act('id', about)!,
    }),
    en: (about, reader) => ({
      subject: `Invoice ${about.number} is overdue`,
      paragraphs: opened('en', reader, [
        `We have not received the payment of invoice ${about.number} for ${about.title.en}, which was due on ${day(about.dueOn, 'en')}. There is ${sum(about.balance, 'en')} left to pay.`,
        about.suspendOn !== null &&
          `If it is not paid by ${day(about.suspendOn, 'en')}, we will put the service on hold. As soon as it is paid, the service runs again by itself.`,
        'Is something in the way? Open a ticket and we will find a solution together.',
      ]),
      act: act('en', about)!,
    }),
  },
});

/** `invoice` is what the money was meant for, null for a deposit; `credited` is what of it became credit. */
export const paymentReceived = defineMessage<{
  number: string;
  amount: MoneyJson;
  invoice: { number: string | null; balance: MoneyJson } | null;
  credited: MoneyJson;
  path: string;
}>({
  name: 'billing.payment-received',
  topic,
  text: {
    id: ({ number, amount, invoice, credited, path }, reader) => ({
      subject: `Pembayaran ${sum(amount, 'id')} sudah kami terima`,
      paragraphs: opened('id', reader, [
        `Terima kasih, pembayaran Anda sebesar ${sum(amount, 'id')} sudah kami terima. Kwitansinya bernomor ${number}.`,
        invoice !== null &&
          (invoice.balance.amount === 0
            ? `Tagihan ${invoice.number ?? ''} lunas.`
            : `Sisa tagihan ${invoice.number ?? ''} adalah ${sum(invoice.balance, 'id')}.`),
        credited.amount > 0 && `${sum(credited, 'id')} menjadi saldo kredit Anda.`,
      ]),
      act: { label: 'Lihat kwitansi', path },
    }),
    en: ({ number, amount, invoice, credited, path }, reader) => ({
      subject: `We have received your payment of ${sum(amount, 'en')}`,
      paragraphs: opened('en', reader, [
        `Thank you, your payment of ${sum(amount, 'en')} has arrived. Your receipt is number ${number}.`,
        invoice !== null &&
          (invoice.balance.amount === 0
            ? `Invoice ${invoice.number ?? ''} is paid in full.`
            : `There is ${sum(invoice.balance, 'en')} left to pay on invoice ${invoice.number ?? ''}.`),
        credited.amount > 0 && `${sum(credited, 'en')} was added to your credit.`,
      ]),
      act: { label: 'See the receipt', path },
    }),
  },
});

export const invoiceWithdrawn = defineMessage<AboutInvoice>({
  name: 'billing.invoice-withdrawn',
  topic,
  required: true,
  text: {
    id: (about, reader) => ({
      subject: `Tagihan ${about.number} dibatalkan`,
      paragraphs: opened('id', reader, [
        `Tagihan ${about.number} untuk ${about.title.id} kami batalkan dan tidak perlu dibayar.`,
        'Kalau sebagian sudah Anda bayar, jumlah itu menjadi saldo kredit Anda.',
      ]),
      act: { label: 'Lihat tagihan', path: about.path },
    }),
    en: (about, reader) => ({
      subject: `Invoice ${about.number} was withdrawn`,
      paragraphs: opened('en', reader, [
        `We have withdrawn invoice ${about.number} for ${about.title.en}. It does not have to be paid.`,
        'Should you have paid part of it, that sum is now your credit.',
      ]),
      act: { label: 'See the invoice', path: about.path },
    }),
  },
});

import { defineMessage } from '../../kernel/messages.ts';
import type { Reader } from '../../kernel/messages.ts';
import { date, formatDate } from '../../kernel/values/dates.ts';
import { formatMoney, fromJson } from '../../kernel/values/money.ts';
import type { Locale, MoneyJson } from '../../kernel/values/money.ts';

interface AboutSlip {
  number: string;
  kind: 'income' | 'vat';
  amount: MoneyJson;
  dueOn: string;
  path: string;
}

const topic = 'billing';
const sum = (amount: MoneyJson, locale: Locale) => formatMoney(fromJson(amount), locale);
const day = (text: string, locale: Locale) => formatDate(date(text), locale, 'long');
const tax = {
  income: { id: 'PPh 23', en: 'income tax (PPh 23)' },
  vat: { id: 'PPN', en: 'VAT' },
};

function opened(locale: Locale, { name, tone }: Reader, said: string[]): string[] {
  return tone === 'short' ? said : [`${locale === 'id' ? 'Halo' : 'Hello'} ${name},`, ...said];
}

const send = { id: 'Kirim bukti potong', en: 'Send the slip' };

export const slipMissing = defineMessage<AboutSlip>({
  name: 'billing.slip-missing',
  topic,
  required: true,
  text: {
    id: (about, reader) => ({
      subject: `Bukti potong tagihan ${about.number} belum kami terima`,
      paragraphs: opened('id', reader, [
        `Dari tagihan ${about.number} Anda memotong ${tax[about.kind].id} sebesar ${sum(about.amount, 'id')}. Bukti potongnya kami tunggu sampai ${day(about.dueOn, 'id')}.`,
        'Mohon unggah bukti potongnya di halaman tagihan. Tanpa bukti itu, jumlah tersebut terpaksa kami tagih kembali.',
      ]),
      act: { label: send.id, path: about.path },
    }),
    en: (about, reader) => ({
      subject: `We still need the withholding slip for invoice ${about.number}`,
      paragraphs: opened('en', reader, [
        `You withheld ${sum(about.amount, 'en')} of ${tax[about.kind].en} from invoice ${about.number}. Its slip was due on ${day(about.dueOn, 'en')}.`,
        'Please upload it on the page of the invoice. Without it we will have to ask for the sum again.',
      ]),
      act: { label: send.en, path: about.path },
    }),
  },
});

export const slipNotInOrder = defineMessage<AboutSlip & { reason: string }>({
  name: 'billing.slip-not-in-order',
  topic,
  required: true,
  text: {
    id: (about, reader) => ({
      subject: `Bukti potong tagihan ${about.number} perlu diperbaiki`,
      paragraphs: opened('id', reader, [
        `Bukti potong ${tax[about.kind].id} untuk tagihan ${about.number} belum bisa kami terima: ${about.reason}`,
        'Mohon unggah yang sudah benar.',
      ]),
      act: { label: send.id, path: about.path },
    }),
    en: (about, reader) => ({
      subject: `The withholding slip for invoice ${about.number} needs a correction`,
      paragraphs: opened('en', reader, [
        `We cannot accept the slip of ${tax[about.kind].en} for invoice ${about.number} yet: ${about.reason}`,
        'Please upload a correct one.',
      ]),
      act: { label: send.en, path: about.path },
    }),
  },
});

export const withheldOwedAgain = defineMessage<AboutSlip>({
  name: 'billing.withheld-owed-again',
  topic,
  required: true,
  text: {
    id: (about, reader) => ({
      subject: `${sum(about.amount, 'id')} dari tagihan ${about.number} perlu dibayar`,
      paragraphs: opened('id', reader, [
        `Bukti potong ${tax[about.kind].id} untuk tagihan ${about.number} tidak kami terima, jadi ${sum(about.amount, 'id')} yang Anda potong kembali menjadi tagihan.`,
        'Buktinya ternyata ada? Buka tiket, kita selesaikan bersama.',
      ]),
      act: { label: `Bayar ${sum(about.amount, 'id')}`, path: about.path },
    }),
    en: (about, reader) => ({
      subject: `${sum(about.amount, 'en')} of invoice ${about.number} is to be paid`,
      paragraphs: opened('en', reader, [
        `We never received the slip of ${tax[about.kind].en} for invoice ${about.number}, so the ${sum(about.amount, 'en')} that you withheld is owed again.`,
        'Do you have the slip after all? Open a ticket and we will sort it out together.',
      ]),
      act: { label: `Pay ${sum(about.amount, 'en')}`, path: about.path },
    }),
  },
});

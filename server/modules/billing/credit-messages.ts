import { defineMessage } from '../../kernel/messages.ts';
import type { Reader } from '../../kernel/messages.ts';
import { formatDate } from '../../kernel/values/dates.ts';
import type { CalendarDate } from '../../kernel/values/dates.ts';
import { formatMoney, fromJson } from '../../kernel/values/money.ts';
import type { Locale, MoneyJson } from '../../kernel/values/money.ts';

const topic = 'billing';
const sum = (amount: MoneyJson, locale: Locale) => formatMoney(fromJson(amount), locale);
const day = (on: CalendarDate, locale: Locale) => formatDate(on, locale, 'long');

/** A greeting for those who like to be spoken to. */
function opened(locale: Locale, { name, tone }: Reader, paragraphs: (string | false)[]): string[] {
  const said = paragraphs.filter((paragraph) => paragraph !== false);
  return tone === 'short' ? said : [`${locale === 'id' ? 'Halo' : 'Hello'} ${name},`, ...said];
}

/** `settled` was taken off what was owed on the invoice, `credited` became credit. */
export const creditNoteReady = defineMessage<{
  number: string;
  invoice: string;
  total: MoneyJson;
  settled: MoneyJson;
  credited: MoneyJson;
  path: string;
}>({
  name: 'billing.credit-note-ready',
  topic,
  required: true,
  text: {
    id: ({ number, invoice, total, settled, credited, path }, reader) => ({
      subject: `Nota kredit ${number}: ${sum(total, 'id')}`,
      paragraphs: opened('id', reader, [
        `Kami menerbitkan nota kredit ${number} sebesar ${sum(total, 'id')} untuk tagihan ${invoice}.`,
        settled.amount > 0 && `${sum(settled, 'id')} mengurangi yang perlu Anda bayar di tagihan itu.`,
        credited.amount > 0 && `${sum(credited, 'id')} menjadi saldo kredit Anda.`,
      ]),
      act: { label: 'Lihat nota kredit', path },
    }),
    en: ({ number, invoice, total, settled, credited, path }, reader) => ({
      subject: `Credit note ${number}: ${sum(total, 'en')}`,
      paragraphs: opened('en', reader, [
        `We have issued credit note ${number} of ${sum(total, 'en')} for invoice ${invoice}.`,
        settled.amount > 0 && `${sum(settled, 'en')} was taken off what you have to pay on that invoice.`,
        credited.amount > 0 && `${sum(credited, 'en')} was added to your credit.`,
      ]),
      act: { label: 'See the credit note', path },
    }),
  },
});

/** `reason` is what staff wrote; `expiresOn` the last day to use it. */
export const goodwillReceived = defineMessage<{
  amount: MoneyJson;
  reason: string;
  expiresOn: CalendarDate | null;
  path: string;
}>({
  name: 'billing.goodwill-received',
  topic,
  required: true,
  text: {
    id: ({ amount, reason, expiresOn, path }, reader) => ({
      subject: `Anda mendapat kredit ${sum(amount, 'id')}`,
      paragraphs: opened('id', reader, [
        `Kami menambahkan ${sum(amount, 'id')} ke saldo kredit Anda. Alasannya: ${reason}`,
        expiresOn
          ? `Kredit ini bisa dipakai sampai ${day(expiresOn, 'id')}. Kredit ini membayar tagihan Anda yang terbuka atau berikutnya.`
          : 'Kredit ini tidak kedaluwarsa dan membayar tagihan Anda yang terbuka atau berikutnya.',
      ]),
      act: { label: 'Lihat saldo kredit', path },
    }),
    en: ({ amount, reason, expiresOn, path }, reader) => ({
      subject: `You were given ${sum(amount, 'en')} of credit`,
      paragraphs: opened('en', reader, [
        `We have added ${sum(amount, 'en')} to your credit. Why: ${reason}`,
        expiresOn
          ? `You can use it until ${day(expiresOn, 'en')}. It pays your open or next invoices.`
          : 'It does not expire, and pays your open or next invoices.',
      ]),
      act: { label: 'See your credit', path },
    }),
  },
});

/** What is left of goodwill can be used until `expiresOn`. */
export const creditExpires = defineMessage<{ amount: MoneyJson; expiresOn: CalendarDate; path: string }>({
  name: 'billing.credit-expires',
  topic,
  required: true,
  text: {
    id: ({ amount, expiresOn, path }, reader) => ({
      subject: `${sum(amount, 'id')} kredit Anda berlaku sampai ${day(expiresOn, 'id')}`,
      paragraphs: opened('id', reader, [
        `Dari kredit yang kami berikan, ${sum(amount, 'id')} belum terpakai dan berlaku sampai ${day(expiresOn, 'id')}. Setelah itu sisanya hangus.`,
        'Uang yang Anda bayarkan sendiri tidak pernah hangus.',
      ]),
      act: { label: 'Lihat saldo kredit', path },
    }),
    en: ({ amount, expiresOn, path }, reader) => ({
      subject: `${sum(amount, 'en')} of your credit is good until ${day(expiresOn, 'en')}`,
      paragraphs: opened('en', reader, [
        `Of the credit that we gave you, ${sum(amount, 'en')} is not used yet. It is good until ${day(expiresOn, 'en')}; what is left then is taken back.`,
        'Money that you have paid yourself never expires.',
      ]),
      act: { label: 'See your credit', path },
    }),
  },
});

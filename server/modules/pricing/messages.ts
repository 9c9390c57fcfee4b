import { defineMessage } from '../../kernel/messages.ts';
import type { Reader } from '../../kernel/messages.ts';
import { date, formatDate } from '../../kernel/values/dates.ts';
import { formatMoney, money } from '../../kernel/values/money.ts';
import type { Currency, Locale } from '../../kernel/values/money.ts';

const topic = 'billing';

interface Bilingual {
  id: string;
  en: string;
}
/** Minor units for a period. */
export interface ToldMove {
  names: Bilingual;
  cycle: string;
  on: string;
  before: number;
  after: number;
  currency: string;
}

const cycles: Record<Locale, Record<string, string>> = {
  id: {
    monthly: 'per bulan',
    quarterly: 'per 3 bulan',
    semiannual: 'per 6 bulan',
    annual: 'per tahun',
    biennial: 'per 2 tahun',
    triennial: 'per 3 tahun',
  },
  en: {
    monthly: 'a month',
    quarterly: 'every 3 months',
    semiannual: 'every 6 months',
    annual: 'a year',
    biennial: 'every 2 years',
    triennial: 'every 3 years',
  },
};

/** More than this many services are named as a number. */
const named = 20;

const sum = (amount: number, currency: string, locale: Locale) =>
  formatMoney(money(amount, currency as Currency), locale);
const dayOf = (day: string, locale: Locale) => formatDate(date(day), locale, 'long');
const first = (moves: readonly ToldMove[]) => moves.map(({ on }) => on).sort()[0]!;

function opened(locale: Locale, { name, tone }: Reader, paragraphs: string[]): string[] {
  return tone === 'short' ? paragraphs : [`${locale === 'id' ? 'Halo' : 'Hello'} ${name},`, ...paragraphs];
}

/** What staff wrote, with what its variables stand for. */
function filled(text: string, locale: Locale, about: { client: string; moves: ToldMove[] }, reader: Reader) {
  const values: Record<string, string> = {
    client: about.client,
    date: dayOf(first(about.moves), locale),
    business: reader.brandName,
  };
  return text
    .replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim());
}

function told(moves: readonly ToldMove[], locale: Locale): string[] {
  return moves.slice(0, named).map(({ names, cycle, on, before, after, currency }) => {
    const [from, to] = [sum(before, currency, locale), sum(after, currency, locale)];
    const often = cycles[locale][cycle] ?? '';
    return locale === 'id'
      ? `${names.id}: ${from} menjadi ${to} ${often}, mulai ${dayOf(on, locale)}.`
      : `${names.en}: ${from} becomes ${to} ${often}, from ${dayOf(on, locale)}.`;
  });
}

export const priceAnnounced = defineMessage<{
  texts: Bilingual;
  client: string;
  moves: ToldMove[];
  keepUntil: string | null;
  path: string;
}>({
  name: 'pricing.price-announced',
  topic,
  required: true,
  text: {
    id: ({ texts, client, moves, keepUntil, path }, reader) => ({
      subject:
        moves.length === 1
          ? `Harga ${moves[0]!.names.id} mulai ${dayOf(moves[0]!.on, 'id')}`
          : `Harga ${moves.length} layanan mulai ${dayOf(first(moves), 'id')}`,
      paragraphs: opened('id', reader, [
        ...filled(texts.id, 'id', { client, moves }, reader),
        ...told(moves, 'id'),
        ...(moves.length > named
          ? [`Dan ${moves.length - named} layanan lain; semuanya ada di portal.`]
          : []),
        'Yang sudah dibayar tidak berubah.',
        'Kalau tidak setuju, Anda bisa berhenti di akhir masa yang sudah dibayar, tanpa biaya, dari halaman layanan.' +
          (keepUntil ? ` Anda juga bisa tetap dengan harga lama sampai ${dayOf(keepUntil, 'id')}.` : ''),
      ]),
      act: { label: moves.length === 1 ? 'Lihat layanan' : 'Lihat layanan Anda', path },
    }),
    en: ({ texts, client, moves, keepUntil, path }, reader) => ({
      subject:
        moves.length === 1
          ? `The price of ${moves[0]!.names.en} from ${dayOf(moves[0]!.on, 'en')}`
          : `Prices of ${moves.length} services from ${dayOf(first(moves), 'en')}`,
      paragraphs: opened('en', reader, [
        ...filled(texts.en, 'en', { client, moves }, reader),
        ...told(moves, 'en'),
        ...(moves.length > named ? [`And ${moves.length - named} more; all of them are in the portal.`] : []),
        'What is paid for does not change.',
        'If you do not agree, you can leave at the end of what is paid for, free of charge, from the page of the service.' +
          (keepUntil ? ` You can also keep the old price until ${dayOf(keepUntil, 'en')}.` : ''),
      ]),
      act: { label: moves.length === 1 ? 'See the service' : 'See your services', path },
    }),
  },
});

/** What was announced does not happen. */
export const priceWithdrawn = defineMessage<{ services: Bilingual[]; path: string }>({
  name: 'pricing.price-withdrawn',
  topic,
  required: true,
  text: {
    id: ({ services, path }, reader) => ({
      subject: 'Harga Anda tidak jadi berubah',
      paragraphs: opened('id', reader, [
        `Kami membatalkan harga baru yang kami umumkan untuk ${listed(services, 'id')}. Harganya tetap seperti sekarang; Anda tidak perlu melakukan apa-apa.`,
      ]),
      act: { label: 'Lihat layanan', path },
    }),
    en: ({ services, path }, reader) => ({
      subject: 'Your price stays as it is',
      paragraphs: opened('en', reader, [
        `We have taken back the new price we announced for ${listed(services, 'en')}. You go on paying what you pay now, and there is nothing you need to do.`,
      ]),
      act: { label: 'See your services', path },
    }),
  },
});

function listed(services: readonly Bilingual[], locale: Locale): string {
  const names = services.slice(0, named).map((each) => each[locale]);
  const more = services.length - names.length;
  if (more > 0) names.push(locale === 'id' ? `${more} layanan lain` : `${more} more`);
  return new Intl.ListFormat(locale === 'id' ? 'id-ID' : 'en-US').format(names);
}

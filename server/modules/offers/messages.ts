import { defineMessage } from '../../kernel/messages.ts';
import { formatDate, type CalendarDate } from '../../kernel/values/dates.ts';
import { formatMoney, money, type Currency } from '../../kernel/values/money.ts';

export interface AboutOffer {
  number: string;
  title: string;
  /** Minor units with tax. */
  total: number;
  currency: Currency;
  validUntil: CalendarDate;
  path: string;
  /** For somebody who has no account yet. */
  isNew: boolean;
}

const topic = 'orders';

export const sent = defineMessage<AboutOffer>({
  name: 'offers.sent',
  topic,
  text: {
    id: ({ number, title, total, currency, validUntil, path, isNew }, { name }) => ({
      subject: `Penawaran ${number}: ${title}`,
      paragraphs: [
        `Halo ${name},`,
        `kami menyiapkan penawaran untuk Anda: ${title}, seluruhnya ${formatMoney(money(total, currency), 'id')} termasuk pajak. Berlaku sampai ${formatDate(validUntil, 'id', 'long')}.`,
        isNew
          ? 'Buka lewat tombol di bawah: Anda bisa membacanya, menerimanya dan langsung membayar tanpa akun, atau menolaknya. Tautannya untuk Anda saja.'
          : 'Di portal Anda bisa membacanya, mengunduhnya sebagai PDF, menerimanya, atau menolaknya dengan alasan.',
      ],
      act: { label: 'Lihat penawaran', path },
    }),
    en: ({ number, title, total, currency, validUntil, path, isNew }, { name }) => ({
      subject: `Offer ${number}: ${title}`,
      paragraphs: [
        `Hello ${name},`,
        `we have made you an offer: ${title}, ${formatMoney(money(total, currency), 'en')} in all with tax. It holds until ${formatDate(validUntil, 'en', 'long')}.`,
        isNew
          ? 'Open it with the button below: you can read it, accept and pay it without an account, or decline. The link is for you alone.'
          : 'In the portal you can read it, download it as a PDF, accept it, or decline with a reason.',
      ],
      act: { label: 'See the offer', path },
    }),
  },
});

export const reminder = defineMessage<AboutOffer>({
  name: 'offers.reminder',
  topic,
  text: {
    id: ({ number, title, total, currency, validUntil, path }, { name }) => ({
      subject: `Penawaran ${number} segera berakhir`,
      paragraphs: [
        `Halo ${name},`,
        `penawaran kami untuk ${title} sebesar ${formatMoney(money(total, currency), 'id')} berlaku sampai ${formatDate(validUntil, 'id', 'long')}. Ada pertanyaan? Tanyakan saja kepada kami.`,
      ],
      act: { label: 'Lihat penawaran', path },
    }),
    en: ({ number, title, total, currency, validUntil, path }, { name }) => ({
      subject: `Offer ${number} ends soon`,
      paragraphs: [
        `Hello ${name},`,
        `our offer for ${title} of ${formatMoney(money(total, currency), 'en')} holds until ${formatDate(validUntil, 'en', 'long')}. Any question? Just ask us.`,
      ],
      act: { label: 'See the offer', path },
    }),
  },
});

interface Answered {
  number: string;
  title: string;
  path: string;
  accepted: boolean;
  by: string;
  reason: string;
}

/** To whoever of the staff wrote it. */
export const answered = defineMessage<Answered>({
  name: 'offers.answered',
  topic,
  text: {
    id: ({ number, title, path, accepted, by, reason }) => ({
      subject: accepted ? `Penawaran ${number} diterima` : `Penawaran ${number} ditolak`,
      paragraphs: [
        accepted
          ? `${by} menerima penawaran Anda: ${title}. Pesanan dan tagihannya sudah dibuat.`
          : `${by} menolak penawaran Anda: ${title}.`,
        ...(reason ? [`Alasannya: ${reason}`] : []),
      ],
      act: { label: 'Lihat penawaran', path },
    }),
    en: ({ number, title, path, accepted, by, reason }) => ({
      subject: accepted ? `Offer ${number} is accepted` : `Offer ${number} is declined`,
      paragraphs: [
        accepted
          ? `${by} accepted your offer: ${title}. Its order and invoice are made.`
          : `${by} declined your offer: ${title}.`,
        ...(reason ? [`The reason: ${reason}`] : []),
      ],
      act: { label: 'See the offer', path },
    }),
  },
});

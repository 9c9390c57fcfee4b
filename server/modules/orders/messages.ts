import type { MessageText } from '../../kernel/messages.ts';
import { defineMessage } from '../../kernel/messages.ts';
import { formatDate, type CalendarDate } from '../../kernel/values/dates.ts';
import { formatMoney, money, type Currency } from '../../kernel/values/money.ts';

export interface AboutOrder {
  number: string;
  /** Where it stands in the portal. */
  path: string;
}

interface Received {
  code: string;
  /** Minor units. */
  total: number;
  currency: Currency;
  payBy: CalendarDate | null;
}

const topic = 'orders';
const see = {
  id: (path: string): Pick<MessageText, 'act'> => ({ act: { label: 'Lihat pesanan', path } }),
  en: (path: string): Pick<MessageText, 'act'> => ({ act: { label: 'See the order', path } }),
};

/** Opens with a greeting, or without it for those who like it short. */
function opened(greeting: string, tone: 'short' | 'personal', paragraphs: string[]): string[] {
  return tone === 'short' ? paragraphs : [greeting, ...paragraphs];
}

/** Carries the security code, so it is not kept among the notices. */
export const received = defineMessage<AboutOrder & Received>({
  name: 'orders.received',
  topic,
  required: true,
  inApp: false,
  text: {
    id: ({ number, path, code, total, currency, payBy }, { name, tone }) => ({
      subject: `Pesanan ${number} kami terima`,
      paragraphs: opened(`Halo ${name}, terima kasih sudah memesan.`, tone, [
        payBy
          ? `Pesanan ${number} menunggu pembayaran sebesar ${formatMoney(money(total, currency), 'id')} paling lambat ${formatDate(payBy, 'id', 'long')}. Begitu dibayar, semuanya langsung kami siapkan.`
          : `Pesanan ${number} langsung kami siapkan. Tidak ada yang perlu dibayar sekarang.`,
        `Kode keamanan pesanan ini: ${code}. Dengan nomor dan kode itu, siapa pun yang Anda percaya bisa melihat statusnya tanpa masuk ke akun. Simpan baik-baik, karena kode ini tidak ditampilkan lagi.`,
      ]),
      ...see.id(path),
    }),
    en: ({ number, path, code, total, currency, payBy }, { name, tone }) => ({
      subject: `We have your order ${number}`,
      paragraphs: opened(`Hello ${name}, thank you for your order.`, tone, [
        payBy
          ? `Order ${number} waits for a payment of ${formatMoney(money(total, currency), 'en')} by ${formatDate(payBy, 'en', 'long')}. As soon as it is paid, we set everything up.`
          : `We are setting order ${number} up right now. There is nothing to pay at the moment.`,
        `Its security code is ${code}. With the number and this code, anyone you trust can see how it stands without signing in. Keep it: it is not shown again.`,
      ]),
      ...see.en(path),
    }),
  },
});

export const fulfilled = defineMessage<AboutOrder>({
  name: 'orders.fulfilled',
  topic,
  text: {
    id: ({ number, path }, { name, tone }) => ({
      subject: `Pesanan ${number} sudah siap`,
      paragraphs: opened(`Halo ${name},`, tone, [
        `Semua yang Anda pesan dengan nomor ${number} sudah siap dipakai. Data untuk memakainya ada di halaman masing-masing layanan.`,
      ]),
      ...see.id(path),
    }),
    en: ({ number, path }, { name, tone }) => ({
      subject: `Order ${number} is ready`,
      paragraphs: opened(`Hello ${name},`, tone, [
        `Everything you ordered with ${number} is ready to use. You find what you need for it on the page of each service.`,
      ]),
      ...see.en(path),
    }),
  },
});

export type CanceledWhy = 'client' | 'staff' | 'expired' | 'invoice_voided' | 'service_ended';

const why: Record<'id' | 'en', Record<CanceledWhy, string>> = {
  id: {
    client: 'Ini atas permintaan dari akun Anda, dan tidak ada yang perlu dibayar.',
    staff: 'Tim kami membatalkannya.',
    expired:
      'Pembayarannya belum kami terima sampai batas waktunya, jadi pesanan ini kami lepas. Anda bisa memesan lagi kapan saja.',
    invoice_voided: 'Tagihannya dibatalkan, jadi tidak ada yang perlu dibayar.',
    service_ended: 'Layanan yang dipesan sudah diakhiri.',
  },
  en: {
    client: 'Somebody on your account asked for it, and there is nothing to pay.',
    staff: 'Our team canceled it.',
    expired:
      'The payment had not arrived in time, so we let this order go. You can order again whenever you like.',
    invoice_voided: 'Its invoice was taken back, so there is nothing to pay.',
    service_ended: 'What was ordered has been ended.',
  },
};

export const canceled = defineMessage<AboutOrder & { why: CanceledWhy; note: string }>({
  name: 'orders.canceled',
  topic,
  required: true,
  text: {
    id: (data, { name, tone }) => ({
      subject: `Pesanan ${data.number} dibatalkan`,
      paragraphs: opened(`Halo ${name},`, tone, [
        `Pesanan ${data.number} dibatalkan. ${why.id[data.why]}`,
        ...(data.note === '' ? [] : [data.note]),
      ]),
      ...see.id(data.path),
    }),
    en: (data, { name, tone }) => ({
      subject: `Order ${data.number} was canceled`,
      paragraphs: opened(`Hello ${name},`, tone, [
        `Order ${data.number} was canceled. ${why.en[data.why]}`,
        ...(data.note === '' ? [] : [data.note]),
      ]),
      ...see.en(data.path),
    }),
  },
});

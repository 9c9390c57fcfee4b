import { defineMessage } from '../../kernel/messages.ts';
import type { MessageText } from '../../kernel/messages.ts';
import { formatDate } from '../../kernel/values/dates.ts';
import type { CalendarDate } from '../../kernel/values/dates.ts';
import { formatMoney, fromJson } from '../../kernel/values/money.ts';
import type { MoneyJson } from '../../kernel/values/money.ts';
import type { CanceledWhy } from '../orders/index.ts';

interface Numbered {
  number: string;
}

const mailed = { topic: null, required: true, inApp: false } as const;
// Number, code and token travel behind the '#', which browsers never send to a server. Without script they are typed in there.
const confirms = (token: string) => `/order-status/confirm#token=${token}`;
const looksUp = ({ number, code }: Numbered & { code?: string }) =>
  `/order-status#${new URLSearchParams({ number, ...(code ? { code } : {}) }).toString()}`;
const see = {
  id: (order: Numbered & { code?: string }): Pick<MessageText, 'act'> => ({
    act: { label: 'Lihat pesanan', path: looksUp(order) },
  }),
  en: (order: Numbered & { code?: string }): Pick<MessageText, 'act'> => ({
    act: { label: 'See the order', path: looksUp(order) },
  }),
};
const withCode = {
  id: 'Buka dengan nomor pesanan dan kode keamanan dari email pertama kami.',
  en: 'Open it with the order number and the security code from our first mail.',
};

/** Says nothing of what was chosen or typed: whoever typed the address could otherwise send words of their own to anybody. */
export const confirmOrder = defineMessage<{ token: string; hours: number }>({
  ...mailed,
  name: 'guests.confirm-order',
  awaited: true,
  text: {
    id: ({ token, hours }, { brandName }) => ({
      subject: `Lanjutkan pesanan Anda di ${brandName}?`,
      paragraphs: [
        'Halo,',
        `Ada pesanan di ${brandName} yang disusun dengan alamat email ini. Periksa isi dan harganya lewat tombol di bawah. Baru setelah Anda menekan pesan di sana, pesanan itu ada.`,
        `Tautan ini berlaku ${hours} jam. Bukan Anda yang menyusunnya? Abaikan saja email ini: tidak ada yang dipesan.`,
        `Kalau halamannya meminta kode, tempelkan ini: ${token}`,
      ],
      act: { label: 'Periksa dan pesan', path: confirms(token) },
    }),
    en: ({ token, hours }, { brandName }) => ({
      subject: `Go on with your order at ${brandName}?`,
      paragraphs: [
        'Hello,',
        `An order at ${brandName} was put together with this address. Look at it and its price with the button below. It is placed only once you press the button to order there.`,
        `The link works for ${hours} hours. It was not you? Simply ignore this mail: nothing is ordered.`,
        `If the page asks for a code, paste this one: ${token}`,
      ],
      act: { label: 'Look and order', path: confirms(token) },
    }),
  },
});

export const orderPlaced = defineMessage<Numbered & { code: string; total: MoneyJson; payBy: CalendarDate }>({
  ...mailed,
  name: 'guests.order-placed',
  text: {
    id: ({ total, payBy, ...order }, { name }) => ({
      subject: `Pesanan ${order.number} kami terima`,
      paragraphs: [
        `Halo ${name}, terima kasih sudah memesan.`,
        `Pesanan ${order.number} menunggu pembayaran sebesar ${formatMoney(fromJson(total), 'id')} paling lambat ${formatDate(payBy, 'id', 'long')}. Begitu dibayar, semuanya langsung kami siapkan.`,
        `Kode keamanannya ${order.code}. Dengan nomor dan kode itu Anda membayar, melihat statusnya, dan mengambil tagihan serta kwitansi, tanpa akun. Simpan untuk diri sendiri: siapa pun yang memilikinya bisa melihat pesanan ini.`,
      ],
      act: { label: 'Lihat dan bayar', path: looksUp(order) },
    }),
    en: ({ total, payBy, ...order }, { name }) => ({
      subject: `We have your order ${order.number}`,
      paragraphs: [
        `Hello ${name}, thank you for your order.`,
        `Order ${order.number} waits for a payment of ${formatMoney(fromJson(total), 'en')} by ${formatDate(payBy, 'en', 'long')}. As soon as it is paid, we set everything up.`,
        `Its security code is ${order.code}. With the number and this code you pay, see how it stands and get invoice and receipt, without an account. Keep it to yourself: whoever has it can see this order.`,
      ],
      act: { label: 'See and pay', path: looksUp(order) },
    }),
  },
});

export const orderPaid = defineMessage<Numbered>({
  ...mailed,
  name: 'guests.order-paid',
  text: {
    id: (order, { name }) => ({
      subject: `Pembayaran pesanan ${order.number} sudah kami terima`,
      paragraphs: [
        `Halo ${name},`,
        'Terima kasih, pembayaran Anda sudah masuk. Kwitansinya ada di halaman pesanan.',
        withCode.id,
      ],
      ...see.id(order),
    }),
    en: (order, { name }) => ({
      subject: `We have received your payment for order ${order.number}`,
      paragraphs: [
        `Hello ${name},`,
        'Thank you, your payment has arrived. The receipt is on the page of the order.',
        withCode.en,
      ],
      ...see.en(order),
    }),
  },
});

export const orderReady = defineMessage<Numbered>({
  ...mailed,
  name: 'guests.order-ready',
  text: {
    id: (order, { name }) => ({
      subject: `Pesanan ${order.number} sudah siap`,
      paragraphs: [
        `Halo ${name},`,
        `Semua yang Anda pesan dengan nomor ${order.number} sudah siap dipakai.`,
        'Untuk melihat data masuk dan mengelolanya, daftar atau masuk dengan alamat email ini dan ambil alih pesanannya.',
      ],
      act: { label: 'Ambil alih', path: '/account/claims' },
    }),
    en: (order, { name }) => ({
      subject: `Order ${order.number} is ready`,
      paragraphs: [
        `Hello ${name},`,
        `Everything you ordered with ${order.number} is ready to use.`,
        'To see how to get in and to manage it, sign up or sign in with this address and take the order over.',
      ],
      act: { label: 'Take it over', path: '/account/claims' },
    }),
  },
});

const why: Record<'id' | 'en', Partial<Record<CanceledWhy, string>>> = {
  id: {
    expired: 'Pembayarannya belum kami terima sampai batas waktunya. Anda bisa memesan lagi kapan saja.',
    invoice_voided: 'Tagihannya dibatalkan, jadi tidak ada yang perlu dibayar.',
    service_ended: 'Layanan yang dipesan sudah diakhiri.',
  },
  en: {
    expired: 'The payment had not arrived in time. You can order again whenever you like.',
    invoice_voided: 'Its invoice was taken back, so there is nothing to pay.',
    service_ended: 'What was ordered has been ended.',
  },
};

export const orderCanceled = defineMessage<Numbered & { why: CanceledWhy; note: string }>({
  ...mailed,
  name: 'guests.order-canceled',
  text: {
    id: (order, { name }) => ({
      subject: `Pesanan ${order.number} dibatalkan`,
      paragraphs: [
        `Halo ${name},`,
        `Pesanan ${order.number} dibatalkan. ${why.id[order.why] ?? 'Tim kami membatalkannya.'}`,
        ...(order.note === '' ? [] : [order.note]),
      ],
      ...see.id(order),
    }),
    en: (order, { name }) => ({
      subject: `Order ${order.number} was canceled`,
      paragraphs: [
        `Hello ${name},`,
        `Order ${order.number} was canceled. ${why.en[order.why] ?? 'Our team canceled it.'}`,
        ...(order.note === '' ? [] : [order.note]),
      ],
      ...see.en(order),
    }),
  },
});

/** Of what an order runs for: a new period, a reminder before the day, or a word after it. */
export const paymentDue = defineMessage<
  Numbered & { invoice: string; sum: MoneyJson; dueOn: CalendarDate; overdue: boolean }
>({
  ...mailed,
  name: 'guests.payment-due',
  text: {
    id: ({ invoice, sum, dueOn, overdue, ...order }, { name }) => ({
      subject: overdue
        ? `Tagihan ${invoice} sudah lewat jatuh tempo`
        : `Tagihan ${invoice}: ${formatMoney(fromJson(sum), 'id')}`,
      paragraphs: [
        `Halo ${name},`,
        overdue
          ? `Kami belum menerima pembayaran tagihan ${invoice} untuk pesanan ${order.number}, yang jatuh tempo ${formatDate(dueOn, 'id', 'long')}. Sisanya ${formatMoney(fromJson(sum), 'id')}. Tanpa pembayaran, layanannya berhenti.`
          : `Untuk pesanan ${order.number} ada ${formatMoney(fromJson(sum), 'id')} yang perlu dibayar paling lambat ${formatDate(dueOn, 'id', 'long')}.`,
        `${withCode.id} Sudah membayar? Abaikan saja pesan ini.`,
      ],
      act: { label: 'Lihat dan bayar', path: looksUp(order) },
    }),
    en: ({ invoice, sum, dueOn, overdue, ...order }, { name }) => ({
      subject: overdue
        ? `Invoice ${invoice} is overdue`
        : `Invoice ${invoice}: ${formatMoney(fromJson(sum), 'en')}`,
      paragraphs: [
        `Hello ${name},`,
        overdue
          ? `We have not received the payment of invoice ${invoice} for order ${order.number}, which was due on ${formatDate(dueOn, 'en', 'long')}. There is ${formatMoney(fromJson(sum), 'en')} left to pay. Without it, the service stops.`
          : `There is ${formatMoney(fromJson(sum), 'en')} to pay for order ${order.number} by ${formatDate(dueOn, 'en', 'long')}.`,
        `${withCode.en} If you have paid already, please ignore this message.`,
      ],
      act: { label: 'See and pay', path: looksUp(order) },
    }),
  },
});

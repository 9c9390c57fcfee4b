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
  /** It waits until somebody approves it. */
  awaitsApproval?: boolean;
  /** An organization above owes the invoice. */
  paidAbove?: boolean;
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
    id: ({ number, path, code, total, currency, payBy, awaitsApproval, paidAbove }, { name, tone }) => ({
      subject: `Pesanan ${number} kami terima`,
      paragraphs: opened(`Halo ${name}, terima kasih sudah memesan.`, tone, [
        paidAbove
          ? `Pesanan ${number} sebesar ${formatMoney(money(total, currency), 'id')} ditagihkan ke organisasi di atas Anda. Anda tidak perlu membayar apa pun; begitu dibayar di sana, semuanya langsung kami siapkan.`
          : payBy
            ? `Pesanan ${number} menunggu pembayaran sebesar ${formatMoney(money(total, currency), 'id')} paling lambat ${formatDate(payBy, 'id', 'long')}. Begitu dibayar, semuanya langsung kami siapkan.`
            : awaitsApproval
              ? `Pesanan ${number} sebesar ${formatMoney(money(total, currency), 'id')} melebihi batas belanja Anda dan menunggu persetujuan. Kami kabari begitu ada keputusan.`
              : `Pesanan ${number} langsung kami siapkan. Tidak ada yang perlu dibayar sekarang.`,
        `Kode keamanan pesanan ini: ${code}. Dengan nomor dan kode itu, siapa pun yang Anda percaya bisa melihat statusnya tanpa masuk ke akun. Simpan baik-baik, karena kode ini tidak ditampilkan lagi.`,
      ]),
      ...see.id(path),
    }),
    en: ({ number, path, code, total, currency, payBy, awaitsApproval, paidAbove }, { name, tone }) => ({
      subject: `We have your order ${number}`,
      paragraphs: opened(`Hello ${name}, thank you for your order.`, tone, [
        paidAbove
          ? `The organization above yours has the invoice of ${formatMoney(money(total, currency), 'en')} for order ${number}. You have nothing to pay; as soon as it is paid there, we set everything up.`
          : payBy
            ? `Order ${number} waits for a payment of ${formatMoney(money(total, currency), 'en')} by ${formatDate(payBy, 'en', 'long')}. As soon as it is paid, we set everything up.`
            : awaitsApproval
              ? `Order ${number} of ${formatMoney(money(total, currency), 'en')} is above your limit and waits for an approver. We tell you as soon as it is decided.`
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

export type CanceledWhy =
  | 'client'
  | 'staff'
  | 'expired'
  | 'invoice_voided'
  | 'service_ended'
  | 'declined'
  | 'not_approved';

const why: Record<'id' | 'en', Record<CanceledWhy, string>> = {
  id: {
    client: 'Ini atas permintaan dari akun Anda, dan tidak ada yang perlu dibayar.',
    staff: 'Tim kami membatalkannya.',
    expired:
      'Pembayarannya belum kami terima sampai batas waktunya, jadi pesanan ini kami lepas. Anda bisa memesan lagi kapan saja.',
    invoice_voided: 'Tagihannya dibatalkan, jadi tidak ada yang perlu dibayar.',
    service_ended: 'Layanan yang dipesan sudah diakhiri.',
    declined: 'Pesanan ini tidak disetujui.',
    not_approved: 'Tidak ada yang menyetujuinya sampai batas waktu, jadi pesanan ini kami lepas.',
  },
  en: {
    client: 'Somebody on your account asked for it, and there is nothing to pay.',
    staff: 'Our team canceled it.',
    expired:
      'The payment had not arrived in time, so we let this order go. You can order again whenever you like.',
    invoice_voided: 'Its invoice was taken back, so there is nothing to pay.',
    service_ended: 'What was ordered has been ended.',
    declined: 'It was not approved.',
    not_approved: 'Nobody approved it in time, so we let it go.',
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

/** To those who may approve: `total` in minor units. */
export const approvalAsked = defineMessage<AboutOrder & { by: string; total: number; currency: Currency }>({
  name: 'orders.approval-asked',
  topic,
  required: true,
  text: {
    id: ({ number, path, by, total, currency }) => ({
      subject: `${by} menunggu persetujuan Anda: ${formatMoney(money(total, currency), 'id')}`,
      paragraphs: [
        `Pesanan ${number} dari ${by} melebihi batas belanjanya. Lihat isinya, lalu setujui atau tolak.`,
      ],
      act: { label: 'Putuskan', path },
    }),
    en: ({ number, path, by, total, currency }) => ({
      subject: `${by} asks you to approve ${formatMoney(money(total, currency), 'en')}`,
      paragraphs: [`Order ${number} of ${by} is above their limit. Look at it, then approve or decline.`],
      act: { label: 'Decide', path },
    }),
  },
});

export const decided = defineMessage<AboutOrder & { approved: boolean; by: string; reason: string }>({
  name: 'orders.decided',
  topic,
  required: true,
  text: {
    id: ({ number, path, approved, by, reason }) => ({
      subject: approved ? `Pesanan ${number} disetujui` : `Pesanan ${number} tidak disetujui`,
      paragraphs: [
        approved ? `${by} menyetujuinya. Pesanan berjalan terus.` : `${by} tidak menyetujuinya.`,
        ...(reason ? [reason] : []),
      ],
      ...see.id(path),
    }),
    en: ({ number, path, approved, by, reason }) => ({
      subject: approved ? `Order ${number} is approved` : `Order ${number} is declined`,
      paragraphs: [
        approved ? `${by} approved it. The order goes on.` : `${by} declined it.`,
        ...(reason ? [reason] : []),
      ],
      ...see.en(path),
    }),
  },
});

interface AboutChange {
  names: { id: string; en: string };
  /** The service in the portal. */
  path: string;
}

/** `ends`: it is to end before the end of its term, and that costs as much. */
export const changeApprovalAsked = defineMessage<
  AboutChange & { by: string; total: number; currency: Currency; ends?: boolean }
>({
  name: 'orders.change-approval-asked',
  topic,
  required: true,
  text: {
    id: ({ names, path, by, total, currency, ends }) => ({
      subject: `${by} menunggu persetujuan Anda: ${formatMoney(money(total, currency), 'id')}`,
      paragraphs: ends
        ? [
            `${by} ingin mengakhiri ${names.id} sekarang juga. Biaya berhenti lebih awal melebihi batas belanjanya. Kalau Anda setujui, layanan langsung berhenti dan datanya dihapus.`,
            'Biayanya ikut berubah dari hari ke hari: sebelum memutuskan, Anda melihat jumlah yang berlaku saat itu.',
          ]
        : [
            `${by} ingin mengubah ${names.id}, dan biayanya melebihi batas belanjanya. Lihat rinciannya, lalu setujui atau tolak.`,
          ],
      act: { label: 'Putuskan', path },
    }),
    en: ({ names, path, by, total, currency, ends }) => ({
      subject: `${by} asks you to approve ${formatMoney(money(total, currency), 'en')}`,
      paragraphs: ends
        ? [
            `${by} wants to end ${names.en} now. Leaving early costs more than they may spend alone. If you approve, it stops at once and its data is removed.`,
            'The sum moves with the days: before you decide you see what it is by then.',
          ]
        : [
            `${by} wants to change ${names.en}, for more than they may spend alone. Look at it, then approve or decline.`,
          ],
      act: { label: 'Decide', path },
    }),
  },
});

export const changeDone = defineMessage<AboutChange & { credit: number; currency: Currency }>({
  name: 'orders.change-done',
  topic,
  text: {
    id: ({ names, path, credit, currency }) => ({
      subject: `Perubahan selesai: ${names.id}`,
      paragraphs: [
        `Layanan Anda sekarang ${names.id}. Pengaturannya kami sesuaikan segera.`,
        ...(credit > 0
          ? [`Sisa yang sudah Anda bayar, ${formatMoney(money(credit, currency), 'id')}, menjadi saldo Anda.`]
          : []),
      ],
      act: { label: 'Lihat layanan', path },
    }),
    en: ({ names, path, credit, currency }) => ({
      subject: `Your change is done: ${names.en}`,
      paragraphs: [
        `Your service is ${names.en} now. We adjust how it is set up right away.`,
        ...(credit > 0
          ? [
              `What you had paid for and do not use, ${formatMoney(money(credit, currency), 'en')}, is your credit now.`,
            ]
          : []),
      ],
      act: { label: 'See the service', path },
    }),
  },
});

/** To who asked for an end that somebody approved; minor units with tax. */
export const endApproved = defineMessage<AboutChange & { total: number; credit: number; currency: Currency }>(
  {
    name: 'orders.end-approved',
    topic,
    text: {
      id: ({ names, path, total, credit, currency }) => ({
        subject: `Disetujui: ${names.id} sudah berakhir`,
        paragraphs: [
          'Pengakhiran yang Anda minta disetujui, dan layanannya sudah berhenti.',
          ...(total > 0
            ? [`Biaya berhenti lebih awal, ${formatMoney(money(total, currency), 'id')}, ditagih.`]
            : []),
          ...(credit > 0
            ? [
                `Sisa yang sudah dibayar, ${formatMoney(money(credit, currency), 'id')}, menjadi saldo organisasi Anda.`,
              ]
            : []),
        ],
        act: { label: 'Lihat layanan', path },
      }),
      en: ({ names, path, total, credit, currency }) => ({
        subject: `Approved: ${names.en} has ended`,
        paragraphs: [
          'The end you asked for was approved, and the service has stopped.',
          ...(total > 0
            ? [`Leaving early, ${formatMoney(money(total, currency), 'en')}, is on an invoice.`]
            : []),
          ...(credit > 0
            ? [
                `What was paid for and not used, ${formatMoney(money(credit, currency), 'en')}, is your organization's credit now.`,
              ]
            : []),
        ],
        act: { label: 'See the service', path },
      }),
    },
  },
);

type WhyGivenUp = 'declined' | 'expired' | 'not_approved';

const givenUpWords: Record<'id' | 'en', Record<WhyGivenUp, (ends: boolean) => string>> = {
  id: {
    declined: (ends) =>
      ends
        ? 'Pengakhiran yang Anda minta tidak disetujui. Layanan berjalan terus seperti semula.'
        : 'Perubahan yang Anda minta tidak disetujui. Layanan Anda tetap seperti semula.',
    not_approved: (ends) =>
      ends
        ? 'Tidak ada yang memutuskan pengakhiran ini pada waktunya, jadi permintaannya gugur. Layanan berjalan terus, dan Anda bisa memintanya lagi.'
        : 'Tidak ada yang memutuskan perubahan ini pada waktunya, jadi permintaannya gugur. Layanan Anda tetap seperti semula, dan Anda bisa memintanya lagi.',
    expired: () =>
      'Perubahan ini tidak dibayar pada waktunya, jadi tagihannya kami tarik. Layanan Anda tetap seperti semula, dan Anda bisa mengubahnya lagi kapan saja.',
  },
  en: {
    declined: (ends) =>
      ends
        ? 'The end you asked for was not approved. The service goes on as it was.'
        : 'The change you asked for was not approved. Your service stays as it is.',
    not_approved: (ends) =>
      ends
        ? 'Nobody decided on this end in time, so the request has lapsed. The service goes on, and you can ask again.'
        : 'Nobody decided on this change in time, so the request has lapsed. Your service stays as it is, and you can ask again.',
    expired: () =>
      'This change was not paid in time, so we took its invoice back. Your service stays as it is, and you can change it again whenever you like.',
  },
};

/** `reason`: what who declined it wrote. */
export const changeGivenUp = defineMessage<AboutChange & { why: WhyGivenUp; ends: boolean; reason: string }>({
  name: 'orders.change-given-up',
  topic,
  text: {
    id: ({ names, path, why, ends, reason }) => ({
      subject: `${ends ? 'Pengakhiran' : 'Perubahan'} ${names.id} ${why === 'declined' ? 'ditolak' : 'tidak jadi'}`,
      paragraphs: [givenUpWords.id[why](ends), ...(reason ? [reason] : [])],
      act: { label: 'Lihat layanan', path },
    }),
    en: ({ names, path, why, ends, reason }) => ({
      subject: `The ${ends ? 'end' : 'change'} of ${names.en} was ${why === 'declined' ? 'declined' : 'given up'}`,
      paragraphs: [givenUpWords.en[why](ends), ...(reason ? [reason] : [])],
      act: { label: 'See the service', path },
    }),
  },
});

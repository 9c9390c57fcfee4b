import { date, formatDate } from '../../kernel/values/dates.ts';
import { defineMessage, type MessageText } from '../../kernel/messages.ts';
import type { SuspensionReason } from './domain/service-states.ts';

export interface About {
  /** Of the service, in both languages. */
  names: { id: string; en: string };
  /** Where it stands in the portal. */
  path: string;
}

export const topic = 'services';

/** Opens with "Hello …", or without it for those who like it short. */
export function opened(greeting: string, tone: 'short' | 'personal', paragraphs: string[]): string[] {
  return tone === 'short' ? paragraphs : [greeting, ...paragraphs];
}

const whyHeld = {
  id: {
    non_payment:
      'Masih ada tagihan yang lewat jatuh tempo. Begitu dibayar, layanan menyala lagi dengan sendirinya.',
    abuse:
      'Kami menemukan pemakaian yang melanggar ketentuan. Balas pesan ini atau buka tiket agar kita selesaikan bersama.',
    customer: 'Ini atas permintaan dari akun Anda. Anda bisa menyalakannya kembali kapan saja.',
    manual: 'Tim kami menghentikannya untuk sementara. Hubungi kami kalau Anda belum mendapat penjelasannya.',
    security: 'Kami menghentikannya untuk melindungi data Anda. Tim kami akan menghubungi Anda.',
  },
  en: {
    non_payment: 'An invoice is past its due date. As soon as it is paid the service runs again by itself.',
    abuse: 'We found use that goes against the terms. Open a ticket, and we will sort it out together.',
    customer: 'Somebody on your account asked for it. You can start it again at any time.',
    manual: 'Our team has put it on hold for now. Get in touch if you have not heard why.',
    security: 'We stopped it to protect your data. Our team will contact you.',
  },
} satisfies Record<'id' | 'en', Record<SuspensionReason, string>>;

export const look = {
  id: (path: string): Pick<MessageText, 'act'> => ({ act: { label: 'Lihat layanan', path } }),
  en: (path: string): Pick<MessageText, 'act'> => ({ act: { label: 'See the service', path } }),
};

export const suspended = defineMessage<About & { reason: SuspensionReason }>({
  name: 'services.suspended',
  topic,
  required: true,
  text: {
    id: ({ names, path, reason }, { name, tone }) => ({
      subject: `${names.id} dihentikan sementara`,
      paragraphs: opened(`Halo ${name},`, tone, [
        `Layanan ${names.id} sedang dihentikan sementara.`,
        whyHeld.id[reason],
      ]),
      ...look.id(path),
    }),
    en: ({ names, path, reason }, { name, tone }) => ({
      subject: `${names.en} is on hold`,
      paragraphs: opened(`Hello ${name},`, tone, [
        `Your service ${names.en} is on hold.`,
        whyHeld.en[reason],
      ]),
      ...look.en(path),
    }),
  },
});

export const resumed = defineMessage<About>({
  name: 'services.resumed',
  topic,
  text: {
    id: ({ names, path }, { name, tone }) => ({
      subject: `${names.id} berjalan lagi`,
      paragraphs: opened(`Halo ${name},`, tone, [
        `Layanan ${names.id} sudah kami nyalakan kembali. Terima kasih.`,
      ]),
      ...look.id(path),
    }),
    en: ({ names, path }, { name, tone }) => ({
      subject: `${names.en} is running again`,
      paragraphs: opened(`Hello ${name},`, tone, [`We have started ${names.en} again. Thank you.`]),
      ...look.en(path),
    }),
  },
});

export const cancelScheduled = defineMessage<About & { on: string }>({
  name: 'services.cancel-scheduled',
  topic,
  required: true,
  text: {
    id: ({ names, path, on }, { name, tone }) => ({
      subject: `${names.id} akan berakhir ${formatDate(date(on), 'id', 'long')}`,
      paragraphs: opened(`Halo ${name},`, tone, [
        `Pembatalan ${names.id} sudah kami catat. Layanan tetap bisa dipakai sampai ${formatDate(date(on), 'id', 'full')}, dan tidak ada tagihan baru setelahnya.`,
        `Berubah pikiran? Sebelum tanggal itu pembatalan bisa ditarik kembali dengan satu klik.`,
      ]),
      ...look.id(path),
    }),
    en: ({ names, path, on }, { name, tone }) => ({
      subject: `${names.en} will end on ${formatDate(date(on), 'en', 'long')}`,
      paragraphs: opened(`Hello ${name},`, tone, [
        `We have noted that you are canceling ${names.en}. You can use it until ${formatDate(date(on), 'en', 'full')}, and nothing more will be invoiced.`,
        `Changed your mind? Until that day you can take it back with one click.`,
      ]),
      ...look.en(path),
    }),
  },
});

export const canceled = defineMessage<About>({
  name: 'services.canceled',
  topic,
  required: true,
  text: {
    id: ({ names, path }, { name, tone }) => ({
      subject: `${names.id} sudah berakhir`,
      paragraphs: opened(`Halo ${name},`, tone, [
        `Layanan ${names.id} sudah berakhir dan tidak ditagih lagi. Riwayatnya tetap bisa Anda lihat di portal.`,
      ]),
      ...look.id(path),
    }),
    en: ({ names, path }, { name, tone }) => ({
      subject: `${names.en} has ended`,
      paragraphs: opened(`Hello ${name},`, tone, [
        `Your service ${names.en} has ended and will not be invoiced again. Its history stays in the portal.`,
      ]),
      ...look.en(path),
    }),
  },
});

export const all = [suspended, resumed, cancelScheduled, canceled];

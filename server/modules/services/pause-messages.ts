import { defineMessage } from '../../kernel/messages.ts';
import { date, formatDate } from '../../kernel/values/dates.ts';
import type { Locale } from '../../kernel/values/money.ts';
import type { PauseUnused } from './domain/pause.ts';
import { look, opened, topic } from './messages.ts';
import type { About } from './messages.ts';

const long = (day: string, locale: Locale) => formatDate(date(day), locale, 'long');
const full = (day: string, locale: Locale) => formatDate(date(day), locale, 'full');

export const planned = defineMessage<About & { on: string; resumeOn: string | null }>({
  name: 'services.pause-planned',
  topic,
  required: true,
  text: {
    id: ({ names, path, on, resumeOn }, { name, tone }) => ({
      subject: `${names.id} akan dijeda mulai ${long(on, 'id')}`,
      paragraphs: opened(`Halo ${name},`, tone, [
        `Mulai ${full(on, 'id')}, saat masa yang sudah dibayar habis, ${names.id} dijeda. Sampai saat itu layanan berjalan seperti biasa, lalu tidak ada tagihan selama jeda.`,
        until.id(resumeOn),
        'Sebelum tanggal itu jeda bisa ditarik kembali di halaman layanan.',
      ]),
      ...look.id(path),
    }),
    en: ({ names, path, on, resumeOn }, { name, tone }) => ({
      subject: `${names.en} will be paused from ${long(on, 'en')}`,
      paragraphs: opened(`Hello ${name},`, tone, [
        `From ${full(on, 'en')}, when what is paid for is used up, ${names.en} is paused. It works as before until then, and nothing is billed while it is paused.`,
        until.en(resumeOn),
        'Until that day you can take the pause back on its page.',
      ]),
      ...look.en(path),
    }),
  },
});

export const paused = defineMessage<
  About & { resumeOn: string | null; unused: PauseUnused; keptDays: number }
>({
  name: 'services.paused',
  topic,
  required: true,
  text: {
    id: ({ names, path, resumeOn, keptDays }, { name, tone }) => ({
      subject: `${names.id} sedang dijeda`,
      paragraphs: opened(`Halo ${name},`, tone, [
        `${names.id} sedang dijeda: layanan berhenti dan tidak ditagih selama jeda. Data Anda tetap tersimpan.`,
        ...(keptDays > 0
          ? [`Sisa ${keptDays} hari yang sudah dibayar disimpan dan berlanjut saat layanan dilanjutkan.`]
          : []),
        until.id(resumeOn),
      ]),
      ...look.id(path),
    }),
    en: ({ names, path, resumeOn, keptDays }, { name, tone }) => ({
      subject: `${names.en} is paused`,
      paragraphs: opened(`Hello ${name},`, tone, [
        `${names.en} is paused: it has stopped, and nothing is billed meanwhile. Your data is kept.`,
        ...(keptDays > 0
          ? [
              keptDays === 1
                ? 'The paid day that was left is kept for when it starts again.'
                : `The ${keptDays} paid days that were left are kept for when it starts again.`,
            ]
          : []),
        until.en(resumeOn),
      ]),
      ...look.en(path),
    }),
  },
});

export const ending = defineMessage<About & { on: string }>({
  name: 'services.pause-ending',
  topic,
  required: true,
  text: {
    id: ({ names, path, on }, { name, tone }) => ({
      subject: `${names.id} berlanjut ${long(on, 'id')}`,
      paragraphs: opened(`Halo ${name},`, tone, [
        `Jeda ${names.id} berakhir dengan sendirinya pada ${full(on, 'id')}. Sejak hari itu layanan berjalan dan ditagih lagi.`,
        'Perlu tanggal lain? Ubah di halaman layanan.',
      ]),
      ...look.id(path),
    }),
    en: ({ names, path, on }, { name, tone }) => ({
      subject: `${names.en} starts again on ${long(on, 'en')}`,
      paragraphs: opened(`Hello ${name},`, tone, [
        `The pause of ${names.en} ends by itself on ${full(on, 'en')}. From that day it runs and is billed again.`,
        'Do you need another day? You can change it on its page.',
      ]),
      ...look.en(path),
    }),
  },
});

export const over = defineMessage<About & { on: string; paidThrough: string | null }>({
  name: 'services.pause-over',
  topic,
  text: {
    id: ({ names, path, on, paidThrough }, { name, tone }) => ({
      subject: `${names.id} berlanjut`,
      paragraphs: opened(`Halo ${name},`, tone, [
        `Jeda ${names.id} selesai dan layanan berjalan lagi.`,
        paidThrough && paidThrough > on
          ? `Layanan sudah dibayar sampai ${full(paidThrough, 'id')}.`
          : 'Periode baru dimulai hari ini, dan tagihannya segera kami kirim.',
      ]),
      ...look.id(path),
    }),
    en: ({ names, path, on, paidThrough }, { name, tone }) => ({
      subject: `${names.en} runs again`,
      paragraphs: opened(`Hello ${name},`, tone, [
        `The pause of ${names.en} is over, and it runs again.`,
        paidThrough && paidThrough > on
          ? `It is paid until ${full(paidThrough, 'en')}.`
          : 'A new period begins today, and its invoice follows shortly.',
      ]),
      ...look.en(path),
    }),
  },
});

const until = {
  id: (day: string | null) =>
    day
      ? `Layanan berlanjut dengan sendirinya pada ${full(day, 'id')}, atau kapan saja sebelumnya lewat portal.`
      : 'Layanan berlanjut begitu Anda melanjutkannya di portal.',
  en: (day: string | null) =>
    day
      ? `It starts again by itself on ${full(day, 'en')}, or earlier whenever you say so in the portal.`
      : 'It starts again as soon as you say so in the portal.',
};

import { date, formatDate } from '../../kernel/values/dates.ts';
import { defineMessage } from '../../kernel/messages.ts';
import { look, opened, topic } from './messages.ts';
import type { About } from './messages.ts';

interface Ending extends About {
  on: string;
  follows: 'ends' | 'continues' | 'renews';
  months: number;
  sayBy: string | null;
}

/** Some days before a term ends: what follows, and what can be done about it. */
export const termEnding = defineMessage<Ending>({
  name: 'services.term-ending',
  topic,
  required: true,
  text: {
    id: ({ names, path, on, follows, months, sayBy }, { name, tone }) => {
      const day = formatDate(date(on), 'id', 'full');
      const last = sayBy ? formatDate(date(sayBy), 'id', 'full') : day;
      const next = {
        ends: `Setelah itu layanan berakhir dan tidak ditagih lagi. Simpan dulu data yang masih Anda perlukan.`,
        continues: `Setelah itu layanan berlanjut per periode dengan harga biasa, dan Anda bisa berhenti di akhir setiap periode.`,
        renews: `Setelah itu kontrak diperpanjang ${months} bulan lagi. Tidak ingin lanjut? Sampaikan di halaman layanan paling lambat ${last}.`,
      }[follows];
      return {
        subject: `Kontrak ${names.id} berakhir ${formatDate(date(on), 'id', 'long')}`,
        paragraphs: opened(`Halo ${name},`, tone, [`Kontrak ${names.id} berjalan sampai ${day}.`, next]),
        ...look.id(path),
      };
    },
    en: ({ names, path, on, follows, months, sayBy }, { name, tone }) => {
      const day = formatDate(date(on), 'en', 'full');
      const last = sayBy ? formatDate(date(sayBy), 'en', 'full') : day;
      const next = {
        ends: `Then the service ends and is not invoiced again. Save what you still need of its data before that day.`,
        continues: `Then it goes on from period to period at the normal price, and you can leave at the end of each.`,
        renews: `Then it is renewed for another ${months} months. If you do not want that, say so on the service’s page by ${last}.`,
      }[follows];
      return {
        subject: `The term of ${names.en} ends on ${formatDate(date(on), 'en', 'long')}`,
        paragraphs: opened(`Hello ${name},`, tone, [`The term of ${names.en} runs until ${day}.`, next]),
        ...look.en(path),
      };
    },
  },
});

export const termLeft = defineMessage<About & { on: string }>({
  name: 'services.term-left',
  topic,
  required: true,
  text: {
    id: ({ names, path, on }, { name, tone }) => ({
      subject: `${names.id} berakhir bersama kontraknya, ${formatDate(date(on), 'id', 'long')}`,
      paragraphs: opened(`Halo ${name},`, tone, [
        `Sudah kami catat: ${names.id} tidak dilanjutkan setelah ${formatDate(date(on), 'id', 'full')}. Sampai hari itu layanan berjalan dan ditagih seperti biasa.`,
        `Berubah pikiran? Sebelum tanggal itu Anda bisa menariknya kembali dengan satu klik.`,
      ]),
      ...look.id(path),
    }),
    en: ({ names, path, on }, { name, tone }) => ({
      subject: `${names.en} ends with its term on ${formatDate(date(on), 'en', 'long')}`,
      paragraphs: opened(`Hello ${name},`, tone, [
        `We have noted that ${names.en} is not to go on after ${formatDate(date(on), 'en', 'full')}. Until that day it runs and is invoiced as before.`,
        `Changed your mind? Until that day you can take it back with one click.`,
      ]),
      ...look.en(path),
    }),
  },
});

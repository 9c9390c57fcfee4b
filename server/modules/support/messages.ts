import { defineMessage } from '../../kernel/messages.ts';
import { dateIn, formatDate, timeIn } from '../../kernel/values/dates.ts';
import { refuseCopy } from './commands/end-copy.ts';
import type { Goal } from './domain/sla/clock.ts';
import type { Priority } from './domain/ticket-states.ts';
import { findMailedFiles } from './queries/mailed-files.ts';

interface AboutTicket {
  ticketId: string;
  number: number;
  subject: string;
}
interface Written extends AboutTicket {
  by: string;
  excerpt: string;
}
/** What a mail says more than a notice: all of it, what it answers, and the message whose files go along, where it has some. */
interface InFull {
  text: string;
  quote: { by: string; text: string } | null;
  filesOf: { organization: string; message: string } | null;
}
interface ForClient {
  path: string;
}

const thread = ({ ticketId, number }: AboutTicket) => ({ id: ticketId, number });
const consolePath = ({ ticketId }: AboutTicket) => `/console/tickets/${ticketId}`;
const minePath = '/console/tickets?status=active&assignee=me';
const named = ({ number, subject }: AboutTicket) => `#${number} ${subject}`;

export const ticketReceived = defineMessage<AboutTicket & ForClient & { answerMinutes: number }>({
  name: 'support.ticket-received',
  topic: 'support',
  thread,
  text: {
    id: (data, { name }) => ({
      subject: `Tiket ${named(data)} sudah kami terima`,
      paragraphs: [
        `Halo ${name},`,
        `Terima kasih sudah menghubungi kami. Jawaban biasanya tiba dalam ${spanIn.id(data.answerMinutes)}, dan akan langsung kami kabarkan.`,
        `Ada yang tertinggal? Tambahkan saja di tiket yang sama.`,
      ],
      act: { label: 'Lihat tiket', path: data.path },
    }),
    en: (data, { name }) => ({
      subject: `We have your ticket ${named(data)}`,
      paragraphs: [
        `Hello ${name},`,
        `Thank you for writing. An answer usually comes within ${spanIn.en(data.answerMinutes)}, and we will tell you at once.`,
        `Something to add? Just write it in the same ticket.`,
      ],
      act: { label: 'See the ticket', path: data.path },
    }),
  },
});

const solved = {
  id: 'Menurut kami masalah ini sudah selesai. Kalau belum, balas saja dan tiketnya terbuka lagi.',
  en: 'We believe this is solved. If it is not, just reply and the ticket opens again.',
};

export const staffReplied = defineMessage<Written & InFull & ForClient & { resolved: boolean }>({
  name: 'support.staff-replied',
  topic: 'support',
  thread,
  files: {
    of: ({ filesOf, path }) => filesOf && { ...filesOf, path },
    find: findMailedFiles,
  },
  text: {
    id: (data) => ({
      subject: `${data.by} menjawab ${named(data)}`,
      paragraphs: [data.excerpt, ...(data.resolved ? [solved.id] : [])],
      inMail: [data.text, ...(data.resolved ? [solved.id] : [])],
      quote: data.quote,
      act: { label: 'Baca dan balas', path: data.path },
    }),
    en: (data) => ({
      subject: `${data.by} answered ${named(data)}`,
      paragraphs: [data.excerpt, ...(data.resolved ? [solved.en] : [])],
      inMail: [data.text, ...(data.resolved ? [solved.en] : [])],
      quote: data.quote,
      act: { label: 'Read and reply', path: data.path },
    }),
  },
});

export const colleagueReplied = defineMessage<Written & ForClient>({
  name: 'support.colleague-replied',
  topic: 'support',
  thread,
  text: {
    id: (data) => ({
      subject: `${data.by} menulis di ${named(data)}`,
      paragraphs: [data.excerpt],
      act: { label: 'Lihat tiket', path: data.path },
    }),
    en: (data) => ({
      subject: `${data.by} wrote in ${named(data)}`,
      paragraphs: [data.excerpt],
      act: { label: 'See the ticket', path: data.path },
    }),
  },
});

/** To an outside address that a ticket is copied to: it has no page to look at, and can have enough of it. */
export const copiedReplied = defineMessage<
  AboutTicket & ForClient & Pick<InFull, 'text' | 'filesOf'> & { copied: string; addedBy: string; by: string }
>({
  name: 'support.copied-replied',
  topic: 'support',
  thread,
  files: {
    of: ({ filesOf, path }) => filesOf && { ...filesOf, path },
    find: findMailedFiles,
  },
  stop: { of: ({ copied }) => copied, end: refuseCopy },
  text: {
    id: (data, { brandName }) => ({
      subject: `${data.by} menulis di ${named(data)}`,
      paragraphs: [
        data.text,
        `Anda menerima email ini karena ${data.addedBy} menyalin Anda pada percakapan dengan ${brandName}. Balasan Anda dibaca semua yang ikut di dalamnya.`,
      ],
    }),
    en: (data, { brandName }) => ({
      subject: `${data.by} wrote in ${named(data)}`,
      paragraphs: [
        data.text,
        `You get this because ${data.addedBy} copied you on a conversation with ${brandName}. Everybody in it reads what you answer.`,
      ],
    }),
  },
});

export const ticketResolved = defineMessage<AboutTicket & ForClient & { reopenDays: number }>({
  name: 'support.ticket-resolved',
  topic: 'support',
  thread,
  text: {
    id: (data) => ({
      subject: `Tiket ${named(data)} kami tandai selesai`,
      paragraphs: [
        `Menurut kami semuanya sudah beres. Kalau ternyata belum, balas dalam ${data.reopenDays} hari dan tiketnya terbuka lagi.`,
      ],
      act: { label: 'Lihat tiket', path: data.path },
    }),
    en: (data) => ({
      subject: `We marked your ticket ${named(data)} as solved`,
      paragraphs: [
        `We believe all is well now. If it is not, reply within ${data.reopenDays} days and the ticket opens again.`,
      ],
      act: { label: 'See the ticket', path: data.path },
    }),
  },
});

/** Told by `assignment`, which knows whose queues it came to. */
export const ticketForStaff = defineMessage<AboutTicket & { client: string; by: string; priority: Priority }>(
  {
    name: 'support.ticket-for-staff',
    topic: 'support-new',
    byReach: true,
    text: {
      id: (data) => ({
        subject: `Tiket baru dari ${data.client}: ${named(data)}`,
        paragraphs: [`${data.by} menunggu jawaban. Prioritas: ${priorityNames.id[data.priority]}.`],
        act: { label: 'Buka tiket', path: consolePath(data) },
      }),
      en: (data) => ({
        subject: `New ticket from ${data.client}: ${named(data)}`,
        paragraphs: [`${data.by} waits for an answer. Priority: ${priorityNames.en[data.priority]}.`],
        act: { label: 'Open the ticket', path: consolePath(data) },
      }),
    },
  },
);

export const clientReplied = defineMessage<Written & { client: string }>({
  name: 'support.client-replied',
  topic: 'support-assigned',
  text: {
    id: (data) => ({
      subject: `${data.by} (${data.client}) membalas ${named(data)}`,
      paragraphs: [data.excerpt],
      act: { label: 'Buka tiket', path: consolePath(data) },
    }),
    en: (data) => ({
      subject: `${data.by} (${data.client}) replied in ${named(data)}`,
      paragraphs: [data.excerpt],
      act: { label: 'Open the ticket', path: consolePath(data) },
    }),
  },
});

export const assignedToYou = defineMessage<AboutTicket & { by: string; client: string }>({
  name: 'support.assigned-to-you',
  topic: 'support-new',
  text: {
    id: (data) => ({
      subject: `${data.by} menugaskan ${named(data)} kepada Anda`,
      paragraphs: [`Tiket ini dari ${data.client}.`],
      act: { label: 'Buka tiket', path: consolePath(data) },
    }),
    en: (data) => ({
      subject: `${data.by} assigned ${named(data)} to you`,
      paragraphs: [`The ticket is from ${data.client}.`],
      act: { label: 'Open the ticket', path: consolePath(data) },
    }),
  },
});

export const severalAssignedToYou = defineMessage<{ by: string; count: number; named: AboutTicket[] }>({
  name: 'support.several-assigned-to-you',
  topic: 'support-new',
  text: {
    id: ({ by, count, named: some }) => ({
      subject: `${by} menugaskan ${count} tiket kepada Anda`,
      paragraphs: [
        some.map(named).join(' · '),
        ...(count > some.length ? [`Dan ${count - some.length} lagi.`] : []),
      ],
      act: { label: 'Buka tiket saya', path: minePath },
    }),
    en: ({ by, count, named: some }) => ({
      subject: `${by} assigned ${count} tickets to you`,
      paragraphs: [
        some.map(named).join(' · '),
        ...(count > some.length ? [`And ${count - some.length} more.`] : []),
      ],
      act: { label: 'Open my tickets', path: minePath },
    }),
  },
});

export const snoozeOver = defineMessage<AboutTicket & { why: 'time' | 'client' }>({
  name: 'support.snooze-over',
  topic: 'support-assigned',
  text: {
    id: (data) => ({
      subject: `${named(data)} kembali ke meja`,
      paragraphs: [
        data.why === 'time'
          ? 'Anda menyisihkannya sampai sekarang.'
          : 'Anda menyisihkannya, dan kliennya sudah menulis.',
      ],
      act: { label: 'Buka tiket', path: consolePath(data) },
    }),
    en: (data) => ({
      subject: `${named(data)} is back on the desk`,
      paragraphs: [
        data.why === 'time'
          ? 'You had snoozed it until now.'
          : 'You had snoozed it, and the client has written.',
      ],
      act: { label: 'Open the ticket', path: consolePath(data) },
    }),
  },
});

export const noteForYou = defineMessage<Written>({
  name: 'support.note-for-you',
  topic: 'support-assigned',
  text: {
    id: (data) => ({
      subject: `Catatan internal ${data.by} di ${named(data)}`,
      paragraphs: [data.excerpt],
      act: { label: 'Buka tiket', path: consolePath(data) },
    }),
    en: (data) => ({
      subject: `Internal note by ${data.by} in ${named(data)}`,
      paragraphs: [data.excerpt],
      act: { label: 'Open the ticket', path: consolePath(data) },
    }),
  },
});

export const mentioned = defineMessage<Written>({
  name: 'support.mentioned',
  topic: 'support-assigned',
  text: {
    id: (data) => ({
      subject: `${data.by} menyebut Anda di ${named(data)}`,
      paragraphs: [data.excerpt],
      act: { label: 'Buka tiket', path: consolePath(data) },
    }),
    en: (data) => ({
      subject: `${data.by} mentioned you in ${named(data)}`,
      paragraphs: [data.excerpt],
      act: { label: 'Open the ticket', path: consolePath(data) },
    }),
  },
});

interface Clocked extends AboutTicket {
  client: string;
  policy: { id: string; en: string };
  goal: Goal;
  /** The instant, as text. */
  dueAt: string;
}

const whenDue = (data: Clocked, { locale, timeZone }: { locale: 'id' | 'en'; timeZone: string }) => {
  const due = new Date(data.dueAt);
  return `${formatDate(dateIn(timeZone, due), locale)} ${timeIn(timeZone, due)}`;
};

export const slaNearlyOver = defineMessage<Clocked>({
  name: 'support.sla-nearly-over',
  topic: 'support-queue',
  text: {
    id: (data, reader) => ({
      subject: `Hampir lewat waktu: ${named(data)}`,
      paragraphs: [
        `${goalNames.id[data.goal]} untuk ${data.client} dijanjikan paling lambat ${whenDue(data, { ...reader, locale: 'id' })} (${data.policy.id}).`,
      ],
      act: { label: 'Buka tiket', path: consolePath(data) },
    }),
    en: (data, reader) => ({
      subject: `Nearly due: ${named(data)}`,
      paragraphs: [
        `${goalNames.en[data.goal]} for ${data.client} is promised by ${whenDue(data, { ...reader, locale: 'en' })} (${data.policy.en}).`,
      ],
      act: { label: 'Open the ticket', path: consolePath(data) },
    }),
  },
});

export const slaOver = defineMessage<Clocked>({
  name: 'support.sla-over',
  topic: 'support-queue',
  text: {
    id: (data, reader) => ({
      subject: `Lewat waktu: ${named(data)}`,
      paragraphs: [
        `${goalNames.id[data.goal]} untuk ${data.client} dijanjikan paling lambat ${whenDue(data, { ...reader, locale: 'id' })} (${data.policy.id}), dan belum ada.`,
      ],
      act: { label: 'Buka tiket', path: consolePath(data) },
    }),
    en: (data, reader) => ({
      subject: `Overdue: ${named(data)}`,
      paragraphs: [
        `${goalNames.en[data.goal]} for ${data.client} was promised by ${whenDue(data, { ...reader, locale: 'en' })} (${data.policy.en}) and is not there yet.`,
      ],
      act: { label: 'Open the ticket', path: consolePath(data) },
    }),
  },
});

const goalNames: Record<'id' | 'en', Record<Goal, string>> = {
  id: { first: 'Jawaban pertama', next: 'Jawaban berikutnya', resolution: 'Penyelesaian' },
  en: { first: 'The first answer', next: 'The next answer', resolution: 'The resolution' },
};

const priorityNames: Record<'id' | 'en', Record<Priority, string>> = {
  id: { emergency: 'darurat', high: 'tinggi', normal: 'normal', low: 'rendah' },
  en: { emergency: 'emergency', high: 'high', normal: 'normal', low: 'low' },
};

/** Minutes in words: whole hours or days where they are that. */
const spanIn = {
  id: (minutes: number) =>
    span(
      minutes,
      (n) => `${n} menit`,
      (n) => `${n} jam`,
      (n) => `${n} hari`,
    ),
  en: (minutes: number) =>
    span(
      minutes,
      (n) => (n === 1 ? 'a minute' : `${n} minutes`),
      (n) => (n === 1 ? 'an hour' : `${n} hours`),
      (n) => (n === 1 ? 'a day' : `${n} days`),
    ),
};

function span(
  minutes: number,
  inMinutes: (n: number) => string,
  inHours: (n: number) => string,
  inDays: (n: number) => string,
): string {
  if (minutes % 1440 === 0) return inDays(minutes / 1440);
  return minutes % 60 === 0 ? inHours(minutes / 60) : inMinutes(minutes);
}

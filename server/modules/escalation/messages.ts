import { defineMessage } from '../../kernel/messages.ts';
import { dateIn, formatDate, timeIn } from '../../kernel/values/dates.ts';
import type { Texts } from './contract.ts';

interface AboutTicket {
  ticketId: string;
  number: number;
  subject: string;
}
interface Escalated extends AboutTicket {
  client: string;
  level: number;
  /** The rule as it is called, or the reason somebody gave. */
  why: string;
  /** Who raised it by hand. */
  by: string | null;
  /** By when to acknowledge: the instant, as text. */
  ackDueAt: string | null;
  /** Not the first notice at this level. */
  again: boolean;
}

const named = ({ number, subject }: AboutTicket) => `#${number} ${subject}`;
const consolePath = ({ ticketId }: AboutTicket) => `/console/tickets/${ticketId}`;
const when = (at: string, timeZone: string, locale: 'id' | 'en') =>
  `${formatDate(dateIn(timeZone, new Date(at)), locale)} ${timeIn(timeZone, new Date(at))}`;

/** Somebody of staff has to look at a ticket now. Its level says by which channels; nobody can turn it off. */
export const escalationNotice = defineMessage<Escalated>({
  name: 'escalation.notice',
  topic: 'support-assigned',
  required: true,
  text: {
    id: (data, { timeZone }) => ({
      subject: `${data.again ? 'Sekali lagi, eskalasi' : 'Eskalasi'} tingkat ${data.level}: ${named(data)}`,
      paragraphs: [
        `Tiket ${data.client} ini dieskalasikan ${data.by ? `oleh ${data.by}` : 'oleh aturan'}: ${data.why}`,
        ...(data.ackDueAt
          ? [
              `Mohon tandai sudah Anda terima sebelum ${when(data.ackDueAt, timeZone, 'id')}. Setelah itu eskalasi berlanjut.`,
            ]
          : []),
      ],
      act: { label: 'Buka tiket', path: consolePath(data) },
    }),
    en: (data, { timeZone }) => ({
      subject: `${data.again ? 'Again, escalation' : 'Escalation'} to level ${data.level}: ${named(data)}`,
      paragraphs: [
        `This ticket of ${data.client} was escalated by ${data.by ?? 'a rule'}: ${data.why}`,
        ...(data.ackDueAt
          ? [`Please acknowledge it before ${when(data.ackDueAt, timeZone, 'en')}. After that it goes on.`]
          : []),
      ],
      act: { label: 'Open the ticket', path: consolePath(data) },
    }),
  },
});

/** What a rule tells the client of its ticket, in words that staff wrote beforehand. */
export const clientTold = defineMessage<AboutTicket & { path: string } & { texts: Texts }>({
  name: 'escalation.client-told',
  topic: 'support',
  thread: ({ ticketId, number }) => ({ id: ticketId, number }),
  text: {
    id: (data) => ({
      subject: `Tentang tiket ${named(data)}`,
      paragraphs: [data.texts.id ?? data.texts.en ?? ''],
      act: { label: 'Lihat tiket', path: data.path },
    }),
    en: (data) => ({
      subject: `About your ticket ${named(data)}`,
      paragraphs: [data.texts.en ?? data.texts.id ?? ''],
      act: { label: 'See the ticket', path: data.path },
    }),
  },
});

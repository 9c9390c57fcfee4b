import { defineMessage } from '../../kernel/messages.ts';
import type { Locale } from '../../kernel/auth/actor.ts';

interface AboutTicket {
  ticketId: string;
  number: number;
  subject: string;
}

const named = ({ number, subject }: AboutTicket) => `#${number} ${subject}`;

/** A rule wants somebody of the desk to look. */
export const ruleNotice = defineMessage<AboutTicket & { rule: string }>({
  name: 'automation.rule-notice',
  topic: 'support-assigned',
  text: {
    id: (data) => ({
      subject: `${data.rule}: ${named(data)}`,
      paragraphs: [`Aturan “${data.rule}” meminta Anda melihat tiket ini.`],
      act: { label: 'Buka tiket', path: `/console/tickets/${data.ticketId}` },
    }),
    en: (data) => ({
      subject: `${data.rule}: ${named(data)}`,
      paragraphs: [`The rule “${data.rule}” asks you to look at this ticket.`],
      act: { label: 'Open the ticket', path: `/console/tickets/${data.ticketId}` },
    }),
  },
});

/** What a rule tells who follows a ticket; answering the mail answers in the ticket. */
export const ruleTold = defineMessage<AboutTicket & { path: string } & { texts: Record<Locale, string> }>({
  name: 'automation.rule-told',
  topic: 'support',
  thread: ({ ticketId, number }) => ({ id: ticketId, number }),
  text: {
    id: (data) => ({
      subject: named(data),
      paragraphs: [data.texts.id],
      act: { label: 'Lihat tiket', path: data.path },
    }),
    en: (data) => ({
      subject: named(data),
      paragraphs: [data.texts.en],
      act: { label: 'See the ticket', path: data.path },
    }),
  },
});

import { defineMessage } from '../../kernel/messages.ts';

/** A queue gave somebody a ticket by itself. */
export const givenToYou = defineMessage<{
  ticketId: string;
  number: number;
  subject: string;
  client: string;
  queue: { id: string; en: string };
}>({
  name: 'assignment.given-to-you',
  topic: 'support-new',
  text: {
    id: (data) => ({
      subject: `Tiket untuk Anda: #${data.number} ${data.subject}`,
      paragraphs: [`Dari ${data.client}, dibagikan otomatis dari antrean “${data.queue.id}”.`],
      act: { label: 'Buka tiket', path: `/console/tickets/${data.ticketId}` },
    }),
    en: (data) => ({
      subject: `A ticket for you: #${data.number} ${data.subject}`,
      paragraphs: [`From ${data.client}, given out by the queue “${data.queue.en}”.`],
      act: { label: 'Open the ticket', path: `/console/tickets/${data.ticketId}` },
    }),
  },
});

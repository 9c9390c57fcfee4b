import { defineMessage } from '../../kernel/messages.ts';
import { formatMoney, money } from '../../kernel/values/money.ts';
import type { Currency } from '../../kernel/values/money.ts';

interface About {
  ticketId: string;
  number: number;
  subject: string;
  client: string;
  /** Minor units. */
  amount: number;
  currency: Currency;
  by: string;
}

const topic = 'support-assigned';
const named = ({ number, subject }: About) => `#${number} ${subject}`;
const sum = ({ amount, currency }: About, locale: 'id' | 'en') =>
  formatMoney(money(amount, currency), locale);
const path = ({ ticketId }: About) => `/console/tickets/${ticketId}`;
// Who gives credit need not be one who reads tickets.
const list = '/console/tickets/credit-asks?state=waiting';

/** Credit above the day's limit of who asks waits for somebody who may give as much. */
export const creditAsked = defineMessage<About & { reason: string }>({
  name: 'deskacts.credit-asked',
  topic,
  text: {
    id: (data) => ({
      subject: `Kredit ${sum(data, 'id')} menunggu persetujuan: ${named(data)}`,
      paragraphs: [
        `${data.by} meminta kredit untuk ${data.client}, di atas batas hariannya. Alasan yang akan dibaca klien: ${data.reason}`,
      ],
      act: { label: 'Lihat permintaan', path: list },
    }),
    en: (data) => ({
      subject: `${sum(data, 'en')} of credit waits for approval: ${named(data)}`,
      paragraphs: [
        `${data.by} asks for credit for ${data.client}, above their limit for a day. The reason the client would read: ${data.reason}`,
      ],
      act: { label: 'See what was asked for', path: list },
    }),
  },
});

/** To who asked for it. `why`: why not; null where it was given. */
export const creditDecided = defineMessage<About & { why: string | null }>({
  name: 'deskacts.credit-decided',
  topic,
  text: {
    id: (data) => ({
      subject: `Kredit ${sum(data, 'id')} ${data.why === null ? 'diberikan' : 'tidak disetujui'}: ${named(data)}`,
      paragraphs: [
        data.why === null
          ? `${data.by} menyetujui permintaan Anda. ${data.client} sudah diberi tahu.`
          : `${data.by} tidak menyetujui permintaan Anda: ${data.why}`,
      ],
      act: { label: 'Buka tiket', path: path(data) },
    }),
    en: (data) => ({
      subject: `${sum(data, 'en')} of credit ${data.why === null ? 'given' : 'not approved'}: ${named(data)}`,
      paragraphs: [
        data.why === null
          ? `${data.by} approved what you asked for. ${data.client} was told.`
          : `${data.by} did not approve what you asked for: ${data.why}`,
      ],
      act: { label: 'Open the ticket', path: path(data) },
    }),
  },
});

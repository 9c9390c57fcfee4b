import { defineMessage } from '../../kernel/messages.ts';
import type { MessageText } from '../../kernel/messages.ts';

interface AboutTicket {
  number: number;
  subject: string;
}
interface Question extends AboutTicket {
  ticketId: string;
  token: string;
  days: number;
}

const topic = 'feedback';
const named = ({ number, subject }: AboutTicket) => `#${number} ${subject}`;
const thread = ({ ticketId, number }: Question) => ({ id: ticketId, number });
// A link with a token is kept in no list of notices.
const mailed = { topic, inApp: false, thread } as const;

const scale = {
  id: ['Sangat tidak puas', 'Tidak puas', 'Cukup', 'Puas', 'Sangat puas'],
  en: ['Very dissatisfied', 'Dissatisfied', 'Fair', 'Satisfied', 'Very satisfied'],
};

/** The token travels behind the '#', which browsers never send to a server. Opening a link records nothing; the page does. */
function choicesOf({ token }: Question, locale: 'id' | 'en'): MessageText['choices'] {
  return scale[locale]
    .map((words, index) => ({
      label: `${index + 1} – ${words}`,
      path: `/rating#token=${token}&score=${index + 1}`,
    }))
    .reverse();
}
const byHand = {
  id: ({ token, days }: Question) =>
    `Tautannya berlaku ${days} hari. Kalau halamannya meminta kode, tempelkan ini: ${token}`,
  en: ({ token, days }: Question) =>
    `The links work for ${days} days. If the page asks for a code, paste this one: ${token}`,
};

export const askForRating = defineMessage<Question>({
  ...mailed,
  name: 'feedback.ask-for-rating',
  text: {
    id: (data, { name }) => ({
      subject: `Bagaimana bantuan kami untuk ${named(data)}?`,
      paragraphs: [
        `Halo ${name},`,
        `Tiket ${named(data)} sudah ditutup. Seberapa puas Anda dengan bantuan kami? Satu klik cukup, tanpa masuk ke akun.`,
        byHand.id(data),
      ],
      choices: choicesOf(data, 'id'),
    }),
    en: (data, { name }) => ({
      subject: `How was our help with ${named(data)}?`,
      paragraphs: [
        `Hello ${name},`,
        `Ticket ${named(data)} is closed. How satisfied are you with the help you got? One click is enough, and you need not sign in.`,
        byHand.en(data),
      ],
      choices: choicesOf(data, 'en'),
    }),
  },
});

export const remindOfRating = defineMessage<Question>({
  ...mailed,
  name: 'feedback.remind-of-rating',
  text: {
    id: (data, { name }) => ({
      subject: `Masih sempat menilai bantuan kami untuk ${named(data)}?`,
      paragraphs: [
        `Halo ${name},`,
        `Kami masih ingin tahu bagaimana bantuan kami untuk tiket ${named(data)}. Satu klik cukup, dan kami tidak akan mengingatkan lagi.`,
        byHand.id(data),
      ],
      choices: choicesOf(data, 'id'),
    }),
    en: (data, { name }) => ({
      subject: `A moment to rate our help with ${named(data)}?`,
      paragraphs: [
        `Hello ${name},`,
        `We would still like to know how our help with ticket ${named(data)} was. One click is enough, and we will not remind you again.`,
        byHand.en(data),
      ],
      choices: choicesOf(data, 'en'),
    }),
  },
});

/** The same question for whoever is signed in. */
export const ratingNotice = defineMessage<AboutTicket & { ratingId: string }>({
  name: 'feedback.rating-notice',
  topic,
  byMail: false,
  text: {
    id: (data) => ({
      subject: `Bagaimana bantuan kami untuk ${named(data)}?`,
      paragraphs: ['Beri nilai dari 1 sampai 5.'],
      act: { label: 'Beri nilai', path: `/rating?ask=${data.ratingId}` },
    }),
    en: (data) => ({
      subject: `How was our help with ${named(data)}?`,
      paragraphs: ['Rate it from 1 to 5.'],
      act: { label: 'Rate our help', path: `/rating?ask=${data.ratingId}` },
    }),
  },
});

/** Somebody was not satisfied; whoever looks after the ticket hears of it. */
export const lowRating = defineMessage<
  AboutTicket & { ticketId: string; client: string; score: number; comment: string | null }
>({
  name: 'feedback.low-rating',
  topic: 'support-assigned',
  text: {
    id: (data) => ({
      subject: `Nilai ${data.score} dari 5 untuk ${named(data)}`,
      paragraphs: [
        `${data.client} kurang puas dengan bantuan kami.`,
        ...(data.comment ? [data.comment] : []),
        'Mohon ditindaklanjuti, lalu catat hasilnya.',
      ],
      act: { label: 'Lihat tindak lanjut', path: '/console/ratings?followUp=waiting' },
    }),
    en: (data) => ({
      subject: `${data.score} of 5 for ${named(data)}`,
      paragraphs: [
        `${data.client} was not satisfied with our help.`,
        ...(data.comment ? [data.comment] : []),
        'Please look into it, and write down what was done.',
      ],
      act: { label: 'See the follow-ups', path: '/console/ratings?followUp=waiting' },
    }),
  },
});

import { defineMessage } from '../../kernel/messages.ts';
import { findMailedFiles } from '../support/index.ts';

interface Link {
  token: string;
}
interface About extends Link {
  ticketId: string;
  number: number;
  subject: string;
}

const thread = ({ ticketId, number }: About) => ({ id: ticketId, number });
const mailed = { topic: null, required: true, inApp: false } as const;
// The token travels behind the '#', which browsers never send to a server. Without script it is pasted into the form there.
const opens = ({ token }: Link) => `/contact/message#token=${token}`;
const byHand = {
  id: ({ token }: Link) => `Kalau halamannya meminta kode, tempelkan ini: ${token}`,
  en: ({ token }: Link) => `If the page asks for a code, paste this one: ${token}`,
};
const named = ({ number, subject }: About) => `#${number} ${subject}`;

/** Says nothing of what was written: whoever typed the address could otherwise send words of their own to anybody. */
export const confirmMessage = defineMessage<Link & { hours: number }>({
  ...mailed,
  name: 'guests.confirm-message',
  awaited: true,
  text: {
    id: (data, { brandName }) => ({
      subject: `Kirim pesan Anda ke ${brandName}?`,
      paragraphs: [
        'Halo,',
        `Ada pesan untuk ${brandName} yang ditulis dengan alamat email ini. Baca lagi lewat tombol di bawah, lalu kirim. Baru setelah itu kami menerimanya.`,
        `Tautan ini berlaku ${data.hours} jam. Bukan Anda yang menulis? Abaikan saja email ini: pesannya akan terhapus sendiri.`,
        byHand.id(data),
      ],
      act: { label: 'Baca dan kirim', path: opens(data) },
    }),
    en: (data, { brandName }) => ({
      subject: `Send your message to ${brandName}?`,
      paragraphs: [
        'Hello,',
        `A message to ${brandName} was written with this address. Read it once more with the button below and send it. Only then do we get it.`,
        `The link works for ${data.hours} hours. It was not you? Simply ignore this mail: the message deletes itself.`,
        byHand.en(data),
      ],
      act: { label: 'Read and send', path: opens(data) },
    }),
  },
});

export const messageReceived = defineMessage<About & { days: number }>({
  ...mailed,
  name: 'guests.message-received',
  thread,
  text: {
    id: (data, { name }) => ({
      subject: `Pesan ${named(data)} sudah kami terima`,
      paragraphs: [
        `Halo ${name},`,
        'Terima kasih sudah menulis. Begitu ada jawaban, kami kirim ke alamat ini.',
        `Lewat tombol di bawah Anda bisa membaca dan membalas tanpa akun, selama ${data.days} hari. Simpan tautannya untuk diri sendiri: siapa pun yang memilikinya bisa membaca pesan ini.`,
        byHand.id(data),
      ],
      act: { label: 'Lihat pesan', path: opens(data) },
    }),
    en: (data, { name }) => ({
      subject: `We have your message ${named(data)}`,
      paragraphs: [
        `Hello ${name},`,
        'Thank you for writing. As soon as there is an answer, we send word to this address.',
        `With the button below you can read and reply without an account, for ${data.days} days. Keep the link to yourself: whoever has it can read this message.`,
        byHand.en(data),
      ],
      act: { label: 'See the message', path: opens(data) },
    }),
  },
});

export const answered = defineMessage<
  About & {
    by: string;
    text: string;
    filesOf: { organization: string; message: string };
    resolved: boolean;
  }
>({
  ...mailed,
  name: 'guests.answered',
  thread,
  files: { of: (data) => ({ ...data.filesOf, path: opens(data) }), find: findMailedFiles },
  text: {
    id: (data) => ({
      subject: `${data.by} menjawab ${named(data)}`,
      paragraphs: [
        data.text,
        ...(data.resolved
          ? ['Menurut kami masalah ini sudah selesai. Kalau belum, balas saja dan tiketnya terbuka lagi.']
          : []),
        byHand.id(data),
      ],
      act: { label: 'Baca dan balas', path: opens(data) },
    }),
    en: (data) => ({
      subject: `${data.by} answered ${named(data)}`,
      paragraphs: [
        data.text,
        ...(data.resolved
          ? ['We believe this is solved. If it is not, just reply and the ticket opens again.']
          : []),
        byHand.en(data),
      ],
      act: { label: 'Read and reply', path: opens(data) },
    }),
  },
});

export const resolved = defineMessage<About>({
  ...mailed,
  name: 'guests.resolved',
  thread,
  text: {
    id: (data) => ({
      subject: `Pesan ${named(data)} kami tandai selesai`,
      paragraphs: [
        'Menurut kami semuanya sudah beres. Kalau ternyata belum, balas saja dan tiketnya terbuka lagi.',
        byHand.id(data),
      ],
      act: { label: 'Lihat pesan', path: opens(data) },
    }),
    en: (data) => ({
      subject: `We marked your message ${named(data)} as solved`,
      paragraphs: [
        'We believe all is well now. If it is not, just reply and the ticket opens again.',
        byHand.en(data),
      ],
      act: { label: 'See the message', path: opens(data) },
    }),
  },
});

export const newLink = defineMessage<About>({
  ...mailed,
  name: 'guests.new-link',
  awaited: true,
  text: {
    id: (data, { name }) => ({
      subject: `Tautan baru untuk ${named(data)}`,
      paragraphs: [
        `Halo ${name},`,
        'Ini tautan baru untuk membaca dan membalas pesan Anda.',
        byHand.id(data),
      ],
      act: { label: 'Lihat pesan', path: opens(data) },
    }),
    en: (data, { name }) => ({
      subject: `A new link to ${named(data)}`,
      paragraphs: [`Hello ${name},`, 'Here is a new link to read and answer your message.', byHand.en(data)],
      act: { label: 'See the message', path: opens(data) },
    }),
  },
});

export const claimed = defineMessage<{ organization: string; slug: string }>({
  name: 'guests.claimed',
  topic: 'security',
  required: true,
  text: {
    id: (data, { name }) => ({
      subject: `Semuanya sekarang ada di ${data.organization}`,
      paragraphs: [
        `Halo ${name},`,
        `Yang pernah Anda tulis atau pesan tanpa akun kini menjadi bagian dari ${data.organization}, dan tautan lama tidak berlaku lagi.`,
        'Kalau bukan Anda yang melakukannya, segera ganti kata sandi Anda dan kabari kami.',
      ],
      act: { label: `Buka ${data.organization}`, path: `/o/${data.slug}` },
    }),
    en: (data, { name }) => ({
      subject: `It is all in ${data.organization} now`,
      paragraphs: [
        `Hello ${name},`,
        `What you wrote or ordered without an account is now part of ${data.organization}, and the old links work no more.`,
        'If it was not you who did this, change your password at once and tell us.',
      ],
      act: { label: `Open ${data.organization}`, path: `/o/${data.slug}` },
    }),
  },
});

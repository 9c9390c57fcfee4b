import { defineMessage } from '../../kernel/messages.ts';
import type { Reader } from '../../kernel/messages.ts';
import type { Locale } from '../../kernel/values/money.ts';
import type { ContestReason } from './domain/contest.ts';

const topic = 'billing';

function opened(locale: Locale, { name, tone }: Reader, paragraphs: string[]): string[] {
  return tone === 'short' ? paragraphs : [`${locale === 'id' ? 'Halo' : 'Hello'} ${name},`, ...paragraphs];
}

const reasons: Record<Locale, Record<ContestReason, string>> = {
  id: {
    not_ordered: 'tidak memesannya',
    wrong_amount: 'jumlahnya tidak benar',
    not_delivered: 'tidak menerimanya',
    poor_service: 'layanannya tidak seperti yang disepakati',
    duplicate: 'sudah ditagih',
    canceled: 'sudah membatalkannya',
    other: 'alasan lain',
  },
  en: {
    not_ordered: 'it was not ordered',
    wrong_amount: 'the sum is not right',
    not_delivered: 'it was not delivered',
    poor_service: 'it is not what was agreed',
    duplicate: 'it was charged already',
    canceled: 'it was canceled',
    other: 'another reason',
  },
};

/** For staff. */
export const contestForStaff = defineMessage<{
  client: string;
  number: string;
  reason: ContestReason;
  path: string;
}>({
  name: 'billing.contest-opened-for-staff',
  topic,
  required: true,
  text: {
    id: ({ client, number, reason, path }) => ({
      subject: `${client} tidak setuju dengan tagihan ${number}`,
      paragraphs: [
        `Alasannya: ${reasons.id[reason]}. Selama diperiksa, tagihannya tidak ditagih.`,
        'Setujui dengan nota kredit, seluruhnya atau sebagian, atau tolak dengan alasannya.',
      ],
      act: { label: 'Lihat keberatannya', path },
    }),
    en: ({ client, number, reason, path }) => ({
      subject: `${client} does not agree with invoice ${number}`,
      paragraphs: [
        `The reason: ${reasons.en[reason]}. While it is looked at nobody is chased for it.`,
        'Agree by a credit note, in full or in part, or say why not.',
      ],
      act: { label: 'See what is contested', path },
    }),
  },
});

export const contestRests = defineMessage<{ client: string; number: string; path: string }>({
  name: 'billing.contest-rests',
  topic,
  required: true,
  text: {
    id: ({ client, number, path }) => ({
      subject: `Keberatan ${client} atas tagihan ${number} belum dijawab`,
      paragraphs: [
        'Batas waktunya sudah lewat, jadi tagihannya ditagih lagi. Kliennya masih menunggu jawaban.',
      ],
      act: { label: 'Jawab sekarang', path },
    }),
    en: ({ client, number, path }) => ({
      subject: `What ${client} says about invoice ${number} is not answered`,
      paragraphs: [
        'The time for it has passed, so the invoice is collected again. The client still waits for an answer.',
      ],
      act: { label: 'Answer it now', path },
    }),
  },
});

/** `upheld`: staff agree, and the credit note is told by itself. */
export const contestAnswered = defineMessage<{
  number: string;
  upheld: boolean;
  answer: string;
  path: string;
}>({
  name: 'billing.contest-answered',
  topic,
  required: true,
  text: {
    id: ({ number, upheld, answer, path }, reader) => ({
      subject: upheld ? `Anda benar tentang tagihan ${number}` : `Jawaban kami tentang tagihan ${number}`,
      paragraphs: opened('id', reader, [
        upheld
          ? 'Terima kasih sudah memberi tahu kami. Tagihannya kami perbaiki dengan nota kredit.'
          : 'Kami sudah memeriksa tagihannya, dan menurut kami tagihannya benar.',
        answer,
      ]),
      act: { label: 'Lihat tagihan', path },
    }),
    en: ({ number, upheld, answer, path }, reader) => ({
      subject: upheld ? `You are right about invoice ${number}` : `Our answer about invoice ${number}`,
      paragraphs: opened('en', reader, [
        upheld
          ? 'Thank you for telling us. We have put the invoice right by a credit note.'
          : 'We have looked at the invoice, and we think that it is right.',
        answer,
      ]),
      act: { label: 'See the invoice', path },
    }),
  },
});

import { defineMessage } from '../../kernel/messages.ts';

/** For staff. */
export const booksWrong = defineMessage<{ invariant: string; path: string }>({
  name: 'billing.books-wrong',
  topic: 'billing',
  required: true,
  text: {
    id: ({ invariant, path }) => ({
      subject: 'Pembukuan perlu diperiksa',
      paragraphs: [
        `Pemeriksaan rutin menemukan sesuatu yang seharusnya selalu benar tetapi kini tidak: ${invariant}.`,
        'Mohon diperiksa hari ini, sebelum ada yang diubah dengan tangan.',
      ],
      act: { label: 'Lihat temuannya', path },
    }),
    en: ({ invariant, path }) => ({
      subject: 'The books need a look',
      paragraphs: [
        `The regular check has found something that must always hold and does not: ${invariant}.`,
        'Please look at it today, before anything is changed by hand.',
      ],
      act: { label: 'See what was found', path },
    }),
  },
});

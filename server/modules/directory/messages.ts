import { defineMessage } from '../../kernel/messages.ts';

/** `isNew`: the account was made just now and has no password yet. */
export const addedByDirectory = defineMessage<{ organization: string; isNew: boolean; path: string }>({
  name: 'directory.added-by-directory',
  topic: 'security',
  required: true,
  text: {
    id: ({ organization, isNew, path }, { name, brandName }) => ({
      subject: `Anda kini bisa membuka ${organization} di ${brandName}`,
      paragraphs: [
        `Halo ${name},`,
        `${organization} menambahkan Anda lewat direktorinya. Akses Anda langsung berlaku.`,
        ...(isNew
          ? [
              'Masuk dengan akun kantor Anda bila ditawarkan. Kalau tidak, pilih kata sandi lewat “Lupa kata sandi?” di halaman masuk.',
            ]
          : ['Masuk seperti biasa; organisasi ini ada di antara organisasi Anda.']),
      ],
      act: { label: isNew ? 'Masuk' : 'Buka organisasi', path },
    }),
    en: ({ organization, isNew, path }, { name, brandName }) => ({
      subject: `You now have access to ${organization} at ${brandName}`,
      paragraphs: [
        `Hello ${name},`,
        `${organization} added you by way of its directory. You can get in from now on.`,
        ...(isNew
          ? [
              'Sign in with your work account if it is offered. If not, choose a password with “Forgot your password?” on the sign-in page.',
            ]
          : ['Sign in as usual; you find it among your organizations.']),
      ],
      act: { label: isNew ? 'Sign in' : 'Open the organization', path },
    }),
  },
});

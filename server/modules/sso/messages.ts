import { defineMessage } from '../../kernel/messages.ts';

export const accountLinked = defineMessage<{ organization: string }>({
  name: 'sso.account-linked',
  topic: 'security',
  required: true,
  text: {
    id: ({ organization }, { name, brandName }) => ({
      subject: `Akun ${brandName} Anda kini terhubung dengan ${organization}`,
      paragraphs: [
        `Halo ${name},`,
        `Anda baru saja masuk lewat ${organization}. Mulai sekarang pengelola masuk terpusat di sana bisa membuka dan menutup akses Anda.`,
        'Kalau bukan Anda yang masuk, lihat perangkat Anda dan keluarkan yang tidak dikenal.',
      ],
      act: { label: 'Lihat perangkat', path: '/account/security' },
    }),
    en: ({ organization }, { name, brandName }) => ({
      subject: `Your ${brandName} account is now connected with ${organization}`,
      paragraphs: [
        `Hello ${name},`,
        `You have just signed in through ${organization}. From now on whoever runs single sign-on there can open and close your access.`,
        'If it was not you, look at your devices and sign out the ones you do not know.',
      ],
      act: { label: 'See your devices', path: '/account/security' },
    }),
  },
});

import { defineMessage } from '../../kernel/messages.ts';

const security = { topic: 'security', required: true } as const;
const open = '/account/security';
const inHours = {
  id: (hours: number) => (hours === 0 ? 'sebentar lagi' : `dalam ${hours} jam`),
  en: (hours: number) => (hours === 0 ? 'in a moment' : `in ${hours} ${hours === 1 ? 'hour' : 'hours'}`),
};

/** To every address of the person, whoever reads it; the link works signed out. */
export const recoveryHasBegun = defineMessage<{ token: string; hours: number }>({
  ...security,
  inApp: false,
  name: 'identity.recovery-has-begun',
  text: {
    id: ({ token, hours }, { name, brandName }) => ({
      subject: `Akun ${brandName} Anda akan dipulihkan`,
      paragraphs: [
        `Halo ${name},`,
        `Tim kami diminta menghapus langkah kedua akun Anda karena hilang. Ini terjadi ${inHours.id(hours)}: semua perangkat dikeluarkan, kata sandi lama tidak berlaku, dan tautan untuk kata sandi baru dikirim ke alamat email akun Anda.`,
        `Kalau Anda yang memintanya, tidak perlu melakukan apa-apa. Kalau bukan, hentikan sekarang juga.`,
      ],
      act: { label: 'Hentikan pemulihan', path: `/stop-recovery#token=${token}` },
    }),
    en: ({ token, hours }, { name, brandName }) => ({
      subject: `Your ${brandName} account is about to be recovered`,
      paragraphs: [
        `Hello ${name},`,
        `Our team was asked to remove the second step of your account because it was lost. This happens ${inHours.en(hours)}: every device is signed out, the old password stops working, and a link to a new password goes to the address of your account.`,
        `If you asked for it, there is nothing to do. If you did not, stop it now.`,
      ],
      act: { label: 'Stop the recovery', path: `/stop-recovery#token=${token}` },
    }),
  },
});

/** The same in the bell, where no link with a token may lie; the mails have gone out beside it. */
export const recoveryUnderWayNotice = defineMessage<{ hours: number }>({
  ...security,
  byMail: false,
  name: 'identity.recovery-under-way',
  text: {
    id: ({ hours }) => ({
      subject: 'Akun Anda akan dipulihkan',
      paragraphs: [
        `Tim kami menghapus langkah kedua Anda ${inHours.id(hours)}. Kalau Anda tidak memintanya, hentikan sekarang.`,
      ],
      act: { label: 'Buka halaman keamanan', path: open },
    }),
    en: ({ hours }) => ({
      subject: 'Your account is about to be recovered',
      paragraphs: [
        `Our team removes your second step ${inHours.en(hours)}. If you did not ask for it, stop it now.`,
      ],
      act: { label: 'Open the security page', path: open },
    }),
  },
});

export const recoveryWasEnded = defineMessage<Record<string, never>>({
  ...security,
  name: 'identity.recovery-was-ended',
  text: {
    id: (_data, { name, brandName }) => ({
      subject: `Pemulihan akun ${brandName} Anda dihentikan`,
      paragraphs: [
        `Halo ${name},`,
        `Pemulihan akun Anda dihentikan. Langkah kedua dan kata sandi Anda tetap seperti semula.`,
        `Masih tidak bisa masuk? Hubungi kami.`,
      ],
      act: { label: 'Buka halaman keamanan', path: open },
    }),
    en: (_data, { name, brandName }) => ({
      subject: `The recovery of your ${brandName} account was stopped`,
      paragraphs: [
        `Hello ${name},`,
        `The recovery of your account was stopped. Your second step and your password stay as they are.`,
        `Still locked out? Talk to us.`,
      ],
      act: { label: 'Open the security page', path: open },
    }),
  },
});

export const recoveryIsDone = defineMessage<{ token: string; hours: number }>({
  ...security,
  inApp: false,
  name: 'identity.recovery-is-done',
  text: {
    id: ({ token, hours }, { name, brandName }) => ({
      subject: `Akun ${brandName} Anda sudah dipulihkan`,
      paragraphs: [
        `Halo ${name},`,
        `Langkah kedua Anda sudah dihapus dan semua perangkat dikeluarkan. Pilih kata sandi baru untuk masuk, lalu pasang langkah kedua yang baru.`,
        `Tautan ini berlaku ${hours} jam dan hanya sekali. Kalau sudah lewat, minta yang baru dengan "Lupa kata sandi" di halaman masuk.`,
      ],
      act: { label: 'Pilih kata sandi baru', path: `/reset-password#token=${token}` },
    }),
    en: ({ token, hours }, { name, brandName }) => ({
      subject: `Your ${brandName} account is recovered`,
      paragraphs: [
        `Hello ${name},`,
        `Your second step is removed and every device is signed out. Choose a new password to sign in, then set up a new second step.`,
        `The link works once and for ${hours} hour${hours === 1 ? '' : 's'}. After that, ask for a new one with “Forgot password” on the sign-in page.`,
      ],
      act: { label: 'Choose a new password', path: `/reset-password#token=${token}` },
    }),
  },
});

export const recoveryNeedsApproval = defineMessage<{ person: string; by: string }>({
  ...security,
  name: 'identity.recovery-needs-approval',
  text: {
    id: ({ person, by }, { name, brandName }) => ({
      subject: `Pemulihan akun ${person} di ${brandName} menunggu persetujuan`,
      paragraphs: [
        `Halo ${name},`,
        `${by} memulai pemulihan akun administrator ${person}. Pastikan sendiri bahwa ${person} memintanya sebelum menyetujui.`,
      ],
      act: { label: 'Lihat pemulihan', path: '/console/staff' },
    }),
    en: ({ person, by }, { name, brandName }) => ({
      subject: `The recovery of ${person} at ${brandName} waits for approval`,
      paragraphs: [
        `Hello ${name},`,
        `${by} began to recover the account of the administrator ${person}. Make sure yourself that ${person} asked for it before you approve.`,
      ],
      act: { label: 'See the recovery', path: '/console/staff' },
    }),
  },
});

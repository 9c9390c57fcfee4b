import { defineMessage } from '../../kernel/messages.ts';

interface Link {
  token: string;
  hours: number;
}

const secret = { topic: 'security', required: true, inApp: false } as const;

// Tokens travel behind the '#', which browsers never send to a server, so they stay out of every log.

export const finishSignUp = defineMessage<Link>({
  ...secret,
  name: 'identity.finish-sign-up',
  awaited: true,
  text: {
    id: ({ token, hours }, { name, brandName }) => ({
      subject: `Satu langkah lagi untuk masuk ke ${brandName}`,
      paragraphs: [
        `Halo ${name},`,
        `Terima kasih sudah mendaftar. Pilih kata sandi Anda lewat tombol di bawah, dan akun Anda langsung siap dipakai.`,
        `Tautan ini berlaku ${hours} jam dan hanya sekali. Kalau Anda tidak merasa mendaftar, abaikan saja email ini.`,
      ],
      act: { label: 'Pilih kata sandi', path: `/verify-email#token=${token}` },
    }),
    en: ({ token, hours }, { name, brandName }) => ({
      subject: `One more step to sign in to ${brandName}`,
      paragraphs: [
        `Hello ${name},`,
        `Thank you for signing up. Choose your password with the button below and your account is ready.`,
        `The link works once and for ${hours} hours. If you did not sign up, simply ignore this mail.`,
      ],
      act: { label: 'Choose a password', path: `/verify-email#token=${token}` },
    }),
  },
});

export const accountExists = defineMessage<Record<string, never>>({
  ...secret,
  name: 'identity.account-exists',
  awaited: true,
  text: {
    id: (_data, { name, brandName }) => ({
      subject: `Anda sudah punya akun ${brandName}`,
      paragraphs: [
        `Halo ${name},`,
        `Ada yang mencoba mendaftar dengan alamat email ini, padahal akun Anda sudah ada. Kalau itu Anda, silakan masuk seperti biasa.`,
        `Lupa kata sandi? Anda bisa memilih yang baru dari halaman masuk.`,
      ],
      act: { label: 'Masuk', path: '/sign-in' },
    }),
    en: (_data, { name, brandName }) => ({
      subject: `You already have a ${brandName} account`,
      paragraphs: [
        `Hello ${name},`,
        `Somebody tried to sign up with this address, which has an account already. If it was you, just sign in as usual.`,
        `Forgot your password? You can choose a new one from the sign-in page.`,
      ],
      act: { label: 'Sign in', path: '/sign-in' },
    }),
  },
});

export const resetPassword = defineMessage<Link>({
  ...secret,
  name: 'identity.reset-password',
  awaited: true,
  text: {
    id: ({ token, hours }, { name, brandName }) => ({
      subject: `Pilih kata sandi baru untuk ${brandName}`,
      paragraphs: [
        `Halo ${name},`,
        `Kami menerima permintaan untuk mengganti kata sandi Anda. Tautan ini berlaku ${hours} jam dan hanya sekali.`,
        `Kalau Anda tidak memintanya, abaikan saja: kata sandi Anda tidak berubah.`,
      ],
      act: { label: 'Pilih kata sandi baru', path: `/reset-password#token=${token}` },
    }),
    en: ({ token, hours }, { name, brandName }) => ({
      subject: `Choose a new password for ${brandName}`,
      paragraphs: [
        `Hello ${name},`,
        `We were asked to change your password. The link works once and for ${hours} hour${hours === 1 ? '' : 's'}.`,
        `If you did not ask for it, ignore this mail: your password stays as it is.`,
      ],
      act: { label: 'Choose a new password', path: `/reset-password#token=${token}` },
    }),
  },
});

export const passwordWasChanged = defineMessage<Record<string, never>>({
  name: 'identity.password-was-changed',
  topic: 'security',
  required: true,
  text: {
    id: (_data, { name, brandName }) => ({
      subject: `Kata sandi ${brandName} Anda telah diganti`,
      paragraphs: [
        `Halo ${name},`,
        `Kata sandi akun Anda baru saja diganti dan semua perangkat lain sudah dikeluarkan.`,
        `Kalau bukan Anda yang menggantinya, segera pilih kata sandi baru.`,
      ],
      act: { label: 'Bukan saya', path: '/forgot-password' },
    }),
    en: (_data, { name, brandName }) => ({
      subject: `Your ${brandName} password was changed`,
      paragraphs: [
        `Hello ${name},`,
        `The password of your account has just been changed, and every other device was signed out.`,
        `If it was not you, choose a new password right away.`,
      ],
      act: { label: 'This was not me', path: '/forgot-password' },
    }),
  },
});

export const invitedToStaff = defineMessage<Link>({
  ...secret,
  name: 'identity.invited-to-staff',
  text: {
    id: ({ token, hours }, { name, brandName }) => ({
      subject: `Anda sekarang bagian dari tim ${brandName}`,
      paragraphs: [
        `Halo ${name},`,
        `Anda ditambahkan sebagai staf ${brandName}. Pilih kata sandi Anda untuk membuka konsol; tautan berlaku ${hours} jam.`,
      ],
      act: { label: 'Pilih kata sandi', path: `/verify-email#token=${token}` },
    }),
    en: ({ token, hours }, { name, brandName }) => ({
      subject: `You are now part of the ${brandName} team`,
      paragraphs: [
        `Hello ${name},`,
        `You were added to the staff of ${brandName}. Choose your password to open the console; the link works for ${hours} hours.`,
      ],
      act: { label: 'Choose a password', path: `/verify-email#token=${token}` },
    }),
  },
});

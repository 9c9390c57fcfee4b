import { defineMessage } from '../../kernel/messages.ts';

const security = { topic: 'security', required: true, inApp: false } as const;

export const confirmNewEmail = defineMessage<{ token: string; hours: number }>({
  ...security,
  name: 'identity.confirm-new-email',
  awaited: true,
  text: {
    id: ({ token, hours }, { name, brandName }) => ({
      subject: `Pastikan alamat email baru Anda di ${brandName}`,
      paragraphs: [
        `Halo ${name},`,
        `Alamat ini akan menjadi alamat masuk Anda. Tautan berlaku ${hours} jam dan hanya sekali.`,
        `Kalau Anda tidak memintanya, abaikan saja: tidak ada yang berubah.`,
      ],
      act: { label: 'Pakai alamat ini', path: `/confirm-email#token=${token}` },
    }),
    en: ({ token, hours }, { name, brandName }) => ({
      subject: `Confirm your new email address at ${brandName}`,
      paragraphs: [
        `Hello ${name},`,
        `This address is to become the one you sign in with. The link works once and for ${hours} hours.`,
        `If you did not ask for it, ignore this mail: nothing changes.`,
      ],
      act: { label: 'Use this address', path: `/confirm-email#token=${token}` },
    }),
  },
});

export const emailIsChanging = defineMessage<{ token: string; email: string }>({
  ...security,
  name: 'identity.email-is-changing',
  text: {
    id: ({ token, email }, { name, brandName }) => ({
      subject: `Alamat email akun ${brandName} Anda akan diganti`,
      paragraphs: [
        `Halo ${name},`,
        `Seseorang yang masuk sebagai Anda ingin mengganti alamat email akun Anda menjadi ${email}.`,
        `Kalau itu Anda, buka email yang kami kirim ke alamat baru. Kalau bukan, tekan tombol di bawah: penggantian dibatalkan, semua perangkat dikeluarkan, dan Anda memilih kata sandi baru.`,
      ],
      act: { label: 'Bukan saya', path: `/undo-email#token=${token}` },
    }),
    en: ({ token, email }, { name, brandName }) => ({
      subject: `The email address of your ${brandName} account is about to change`,
      paragraphs: [
        `Hello ${name},`,
        `Somebody signed in as you wants to change the address of your account to ${email}.`,
        `If it was you, open the mail we sent to the new address. If not, press the button: the change is taken back, every device is signed out, and you choose a new password.`,
      ],
      act: { label: 'This was not me', path: `/undo-email#token=${token}` },
    }),
  },
});

export const emailWasChanged = defineMessage<{ token: string; email: string }>({
  ...security,
  name: 'identity.email-was-changed',
  text: {
    id: ({ token, email }, { name, brandName }) => ({
      subject: `Alamat email akun ${brandName} Anda sudah diganti`,
      paragraphs: [
        `Halo ${name},`,
        `Mulai sekarang Anda masuk dengan ${email}. Alamat ini tidak dipakai lagi.`,
        `Kalau bukan Anda yang menggantinya, tekan tombol di bawah dalam tujuh hari: alamat lama kembali dan semua perangkat dikeluarkan.`,
      ],
      act: { label: 'Bukan saya', path: `/undo-email#token=${token}` },
    }),
    en: ({ token, email }, { name, brandName }) => ({
      subject: `The email address of your ${brandName} account was changed`,
      paragraphs: [
        `Hello ${name},`,
        `From now on you sign in with ${email}. This address is no longer used.`,
        `If it was not you, press the button within seven days: the old address comes back and every device is signed out.`,
      ],
      act: { label: 'This was not me', path: `/undo-email#token=${token}` },
    }),
  },
});

export const emailFollowsDirectory = defineMessage<{ token: string; email: string; organization: string }>({
  ...security,
  name: 'identity.email-follows-directory',
  text: {
    id: ({ token, email, organization }, { name, brandName }) => ({
      subject: `Alamat email akun ${brandName} Anda diganti oleh ${organization}`,
      paragraphs: [
        `Halo ${name},`,
        `Direktori ${organization} memberi Anda alamat baru: ${email}. Mulai sekarang Anda masuk dengan alamat itu.`,
        `Kalau ini keliru, tekan tombol di bawah dalam tujuh hari: alamat lama kembali dan semua perangkat dikeluarkan.`,
      ],
      act: { label: 'Kembalikan alamat lama', path: `/undo-email#token=${token}` },
    }),
    en: ({ token, email, organization }, { name, brandName }) => ({
      subject: `${organization} changed the email address of your ${brandName} account`,
      paragraphs: [
        `Hello ${name},`,
        `The directory of ${organization} gave you a new address: ${email}. From now on you sign in with that one.`,
        `If this is wrong, press the button within seven days: the old address comes back and every device is signed out.`,
      ],
      act: { label: 'Take the old address back', path: `/undo-email#token=${token}` },
    }),
  },
});

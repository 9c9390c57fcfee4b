import { defineMessage } from '../../kernel/messages.ts';

type Kind = 'authenticator' | 'passkey' | 'email_code' | 'message_code';
const names: Record<'id' | 'en', Record<Kind, string>> = {
  id: {
    authenticator: 'aplikasi autentikator',
    passkey: 'kunci sandi',
    email_code: 'kode lewat email',
    message_code: 'kode lewat pesan',
  },
  en: {
    authenticator: 'an authenticator app',
    passkey: 'a passkey',
    email_code: 'codes by email',
    message_code: 'codes by text message',
  },
};

const security = { topic: 'security', required: true } as const;
const open = '/account/security';

/** As one reads it out. */
const spaced = (code: string) => `${code.slice(0, 4)} ${code.slice(4)}`;

/**
 * A code is typed, not clicked: nobody can be led to press it on another's behalf. It stands not in the subject, which locked screens
 * and the outbox show.
 */
export const codeByMail = defineMessage<{ code: string; minutes: number }>({
  ...security,
  name: 'identity.code-by-mail',
  awaited: true,
  inApp: false,
  text: {
    id: ({ code, minutes }, { name, brandName }) => ({
      subject: `Kode ${brandName} Anda`,
      paragraphs: [
        `Halo ${name},`,
        `Kode Anda: ${spaced(code)}`,
        `Kode ini berlaku ${minutes} menit dan hanya sekali. Jangan berikan kepada siapa pun, termasuk kepada kami.`,
        `Kalau Anda tidak sedang masuk, seseorang mungkin tahu kata sandi Anda. Sebaiknya ganti kata sandi.`,
      ],
    }),
    en: ({ code, minutes }, { name, brandName }) => ({
      subject: `Your ${brandName} code`,
      paragraphs: [
        `Hello ${name},`,
        `Your code: ${spaced(code)}`,
        `It works once and for ${minutes} minutes. Do not give it to anybody, not even to us.`,
        `If you are not signing in right now, somebody may know your password. Better change it.`,
      ],
    }),
  },
});

/**
 * Short, as texts are paid for by length. The last line is for phones, which then fill the code in on pages of this host and on no
 * other (the form that browsers and phones agreed on: `@host #code`).
 */
export const codeByText = defineMessage<{ code: string; minutes: number; host: string | null }>({
  ...security,
  name: 'identity.code-by-text',
  awaited: true,
  inApp: false,
  text: {
    id: ({ code, minutes, host }, { brandName }) => ({
      subject: `Kode ${brandName} Anda`,
      paragraphs: [
        `${spaced(code)} adalah kode ${brandName} Anda. Berlaku ${minutes} menit, sekali pakai. Jangan berikan kepada siapa pun.`,
        ...forPhones(host, code),
      ],
    }),
    en: ({ code, minutes, host }, { brandName }) => ({
      subject: `Your ${brandName} code`,
      paragraphs: [
        `${spaced(code)} is your ${brandName} code. It works once, for ${minutes} minutes. Do not give it to anybody.`,
        ...forPhones(host, code),
      ],
    }),
  },
});
const forPhones = (host: string | null, code: string) => (host ? [`@${host} #${code}`] : []);

export const factorWasAdded = defineMessage<{ kind: Kind }>({
  ...security,
  name: 'identity.factor-was-added',
  text: {
    id: ({ kind }, { name, brandName }) => ({
      subject: `Langkah kedua ditambahkan ke akun ${brandName} Anda`,
      paragraphs: [
        `Halo ${name},`,
        `Akun Anda sekarang juga dijaga oleh ${names.id[kind]}.`,
        `Kalau bukan Anda yang menambahkannya, hapus dari halaman keamanan dan ganti kata sandi Anda.`,
      ],
      act: { label: 'Buka halaman keamanan', path: open },
    }),
    en: ({ kind }, { name, brandName }) => ({
      subject: `A second step was added to your ${brandName} account`,
      paragraphs: [
        `Hello ${name},`,
        `Your account is now guarded by ${names.en[kind]} as well.`,
        `If you did not add it, remove it on the security page and change your password.`,
      ],
      act: { label: 'Open the security page', path: open },
    }),
  },
});

export const factorWasRemoved = defineMessage<{ kind: Kind }>({
  ...security,
  name: 'identity.factor-was-removed',
  text: {
    id: ({ kind }, { name, brandName }) => ({
      subject: `Langkah kedua dihapus dari akun ${brandName} Anda`,
      paragraphs: [
        `Halo ${name},`,
        `Akun Anda tidak lagi dijaga oleh ${names.id[kind]}.`,
        `Kalau bukan Anda yang menghapusnya, segera ganti kata sandi dan hubungi kami.`,
      ],
      act: { label: 'Buka halaman keamanan', path: open },
    }),
    en: ({ kind }, { name, brandName }) => ({
      subject: `A second step was removed from your ${brandName} account`,
      paragraphs: [
        `Hello ${name},`,
        `Your account is no longer guarded by ${names.en[kind]}.`,
        `If you did not remove it, change your password right away and talk to us.`,
      ],
      act: { label: 'Open the security page', path: open },
    }),
  },
});

export const phoneWasChanged = defineMessage<{ from: string; to: string }>({
  ...security,
  name: 'identity.phone-was-changed',
  text: {
    id: ({ from, to }, { name, brandName }) => ({
      subject: `Nomor ponsel akun ${brandName} Anda diganti`,
      paragraphs: [
        `Halo ${name},`,
        `Kode untuk masuk sekarang dikirim ke nomor yang berakhir ${to}, tidak lagi ke nomor yang berakhir ${from}.`,
        `Kalau bukan Anda yang menggantinya, hapus nomor itu dari halaman keamanan dan ganti kata sandi Anda.`,
      ],
      act: { label: 'Buka halaman keamanan', path: open },
    }),
    en: ({ from, to }, { name, brandName }) => ({
      subject: `The phone of your ${brandName} account was changed`,
      paragraphs: [
        `Hello ${name},`,
        `Codes to sign in now go to the number that ends in ${to}, no longer to the one that ends in ${from}.`,
        `If you did not change it, remove that number on the security page and change your password.`,
      ],
      act: { label: 'Open the security page', path: open },
    }),
  },
});

export const recoveryCodesWereMade = defineMessage<Record<string, never>>({
  ...security,
  name: 'identity.recovery-codes-were-made',
  text: {
    id: (_data, { name, brandName }) => ({
      subject: `Kode pemulihan baru untuk akun ${brandName} Anda`,
      paragraphs: [
        `Halo ${name},`,
        `Kode pemulihan baru sudah dibuat; kode lama tidak berlaku lagi.`,
        `Kalau bukan Anda, segera ganti kata sandi Anda.`,
      ],
      act: { label: 'Buka halaman keamanan', path: open },
    }),
    en: (_data, { name, brandName }) => ({
      subject: `New recovery codes for your ${brandName} account`,
      paragraphs: [
        `Hello ${name},`,
        `New recovery codes were made; the old ones work no more.`,
        `If it was not you, change your password right away.`,
      ],
      act: { label: 'Open the security page', path: open },
    }),
  },
});

export const recoveryCodeWasUsed = defineMessage<{ left: number }>({
  ...security,
  name: 'identity.recovery-code-was-used',
  text: {
    id: ({ left }, { name, brandName }) => ({
      subject: `Kode pemulihan ${brandName} Anda dipakai`,
      paragraphs: [
        `Halo ${name},`,
        `Sebuah kode pemulihan baru saja dipakai untuk masuk. Tersisa ${left} kode.`,
        `Kalau bukan Anda, segera ganti kata sandi dan buat kode pemulihan baru.`,
      ],
      act: { label: 'Buka halaman keamanan', path: open },
    }),
    en: ({ left }, { name, brandName }) => ({
      subject: `A recovery code of your ${brandName} account was used`,
      paragraphs: [
        `Hello ${name},`,
        `A recovery code has just been used to sign in. ${left} ${left === 1 ? 'is' : 'are'} left.`,
        `If it was not you, change your password right away and make new recovery codes.`,
      ],
      act: { label: 'Open the security page', path: open },
    }),
  },
});

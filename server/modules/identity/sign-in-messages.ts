import { defineMessage } from '../../kernel/messages.ts';
import type { Reader } from '../../kernel/messages.ts';
import type { Unusual } from './domain/unusual.ts';

interface SignInData {
  unusual: Unusual;
  /** ISO 3166-1; null when nobody can tell. */
  country: string | null;
  device: string | null;
  /** ISO 8601. */
  at: string;
}

const tags = { id: 'id-ID', en: 'en-GB' } as const;

/** "Chrome, Windows · Singapore · 2 March 2026 at 09.00". */
function line({ device, country, at }: SignInData, { locale, timeZone }: Reader): string {
  const when = new Intl.DateTimeFormat(tags[locale], { dateStyle: 'long', timeStyle: 'short', timeZone });
  const name = country && new Intl.DisplayNames(tags[locale], { type: 'region' }).of(country);
  return [device, name, when.format(new Date(at))].filter(Boolean).join(' · ');
}

const subject = {
  id: (data: SignInData, { brandName }: Reader) =>
    data.unusual === 'new_device'
      ? `Akun ${brandName} Anda dibuka dari perangkat baru`
      : `Akun ${brandName} Anda dibuka dari negara lain`,
  en: (data: SignInData, { brandName }: Reader) =>
    data.unusual === 'new_device'
      ? `Your ${brandName} account was opened on a new device`
      : `Your ${brandName} account was opened from another country`,
};

/** By mail only: it carries the link with which everything is shut, also by who cannot sign in any more. */
export const wasThisYou = defineMessage<SignInData & { token: string }>({
  name: 'identity.was-this-you',
  topic: 'security',
  required: true,
  inApp: false,
  text: {
    id: (data, reader) => ({
      subject: subject.id(data, reader),
      paragraphs: [
        `Halo ${reader.name},`,
        line(data, reader),
        `Kalau itu Anda, tidak ada yang perlu dilakukan.`,
        `Kalau bukan, tekan tombol di bawah dalam tujuh hari: semua perangkat dikeluarkan, kata sandi sekarang tidak berlaku lagi, dan Anda memilih yang baru.`,
      ],
      act: { label: 'Bukan saya', path: `/not-me#token=${data.token}` },
    }),
    en: (data, reader) => ({
      subject: subject.en(data, reader),
      paragraphs: [
        `Hello ${reader.name},`,
        line(data, reader),
        `If it was you, there is nothing to do.`,
        `If not, press the button within seven days: every device is signed out, the password of today stops working, and you choose a new one.`,
      ],
      act: { label: 'This was not me', path: `/not-me#token=${data.token}` },
    }),
  },
});

/** The same in the bell, without the link. */
export const signInNoticed = defineMessage<SignInData>({
  name: 'identity.sign-in-noticed',
  topic: 'security',
  byMail: false,
  text: {
    id: (data, reader) => ({
      subject: subject.id(data, reader),
      paragraphs: [`Halo ${reader.name},`, line(data, reader)],
      act: { label: 'Lihat', path: '/account/security' },
    }),
    en: (data, reader) => ({
      subject: subject.en(data, reader),
      paragraphs: [`Hello ${reader.name},`, line(data, reader)],
      act: { label: 'Look', path: '/account/security' },
    }),
  },
});

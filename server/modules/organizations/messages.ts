import type { MemberRole } from '../../kernel/auth/roles.ts';
import { defineMessage } from '../../kernel/messages.ts';
import { formatDate } from '../../kernel/values/dates.ts';
import type { CalendarDate } from '../../kernel/values/dates.ts';

export const roleNames: Record<'id' | 'en', Record<MemberRole, string>> = {
  id: {
    owner: 'pemilik',
    finance: 'pengelola keuangan',
    technical: 'pengelola teknis',
    member: 'anggota',
    viewer: 'pengamat',
    approver: 'pemberi persetujuan',
  },
  en: {
    owner: 'owner',
    finance: 'finance administrator',
    technical: 'technical manager',
    member: 'member',
    viewer: 'viewer',
    approver: 'approver',
  },
};

/** A built-in role in words; one of the organization's own has its name already. */
const roleIn = (locale: 'id' | 'en', role: string) => roleNames[locale][role as MemberRole] ?? role;

export const invitation = defineMessage<{
  token: string;
  organization: string;
  invitedBy: string;
  role: string;
  days: number;
}>({
  name: 'organizations.invitation',
  topic: 'security',
  required: true,
  inApp: false,
  text: {
    id: ({ token, organization, invitedBy, role, days }, { brandName }) => ({
      subject: `${invitedBy} mengundang Anda ke ${organization}`,
      paragraphs: [
        `Halo,`,
        `${invitedBy} mengajak Anda bergabung dengan ${organization} di ${brandName} sebagai ${roleIn('id', role)}.`,
        `Undangan ini khusus untuk alamat email Anda, berlaku ${days} hari dan hanya sekali.`,
      ],
      act: { label: 'Terima undangan', path: `/invitations#token=${token}` },
    }),
    en: ({ token, organization, invitedBy, role, days }, { brandName }) => ({
      subject: `${invitedBy} invites you to ${organization}`,
      paragraphs: [
        `Hello,`,
        `${invitedBy} asks you to join ${organization} at ${brandName} as ${roleIn('en', role)}.`,
        `The invitation is for your address only and works once, for ${days} days.`,
      ],
      act: { label: 'Accept the invitation', path: `/invitations#token=${token}` },
    }),
  },
});

export const ownershipOffer = defineMessage<{
  organization: string;
  from: string;
  path: string;
  days: number;
}>({
  name: 'organizations.ownership-offer',
  topic: 'security',
  required: true,
  text: {
    id: ({ organization, from, path, days }) => ({
      subject: `${from} menawarkan kepemilikan ${organization} kepada Anda`,
      paragraphs: [
        `${from} ingin menyerahkan kepemilikan ${organization} kepada Anda.`,
        `Belum ada yang berubah sampai Anda menerimanya. Tawaran ini berlaku ${days} hari.`,
      ],
      act: { label: 'Lihat tawaran', path },
    }),
    en: ({ organization, from, path, days }) => ({
      subject: `${from} offers you the ownership of ${organization}`,
      paragraphs: [
        `${from} would like to hand the ownership of ${organization} to you.`,
        `Nothing changes until you accept. The offer is open for ${days} days.`,
      ],
      act: { label: 'Look at the offer', path },
    }),
  },
});

/** `yours`: to the people of the organization that pays, or did; those of the one below do not learn its name. */
export const payerWasChosen = defineMessage<{
  organization: string;
  pays: 'itself' | 'parent';
  yours: boolean;
  path: string;
}>({
  name: 'organizations.payer-was-chosen',
  topic: 'billing',
  required: true,
  text: {
    id: ({ organization, pays, yours, path }) => ({
      subject:
        pays === 'itself'
          ? `${organization} kini membayar sendiri`
          : yours
            ? `Anda kini membayar untuk ${organization}`
            : `Organisasi di atas kini membayar untuk ${organization}`,
      paragraphs: [
        {
          itself: `Mulai tagihan berikutnya, tagihan untuk ${organization} ditujukan kepada ${organization} sendiri.`,
          parent: yours
            ? `Mulai tagihan berikutnya, tagihan untuk ${organization} ditujukan kepada organisasi Anda.`
            : `Mulai tagihan berikutnya, tagihan untuk ${organization} ditujukan ke sana. Anda tetap melihat isinya.`,
        }[pays],
        'Tagihan yang masih terbuka tetap menjadi tanggungan penerimanya.',
      ],
      act: { label: yours ? 'Lihat grup' : 'Lihat organisasi', path },
    }),
    en: ({ organization, pays, yours, path }) => ({
      subject:
        pays === 'itself'
          ? `${organization} now pays for itself`
          : yours
            ? `You now pay for ${organization}`
            : `The organization above now pays for ${organization}`,
      paragraphs: [
        {
          itself: `From the next invoice on, what is invoiced for ${organization} is owed by ${organization} itself.`,
          parent: yours
            ? `From the next invoice on, what is invoiced for ${organization} is owed by your organization.`
            : `From the next invoice on, what is invoiced for ${organization} goes there. You still see what it is about.`,
        }[pays],
        'Open invoices stay with who owes them.',
      ],
      act: { label: yours ? 'See the group' : 'See the organization', path },
    }),
  },
});

type Outcome = 'accepted' | 'declined' | 'withdrawn';

/** `yours`: to the one it was offered to. */
export const ownershipAnswer = defineMessage<{
  organization: string;
  outcome: Outcome;
  yours: boolean;
  path: string;
}>({
  name: 'organizations.ownership-answer',
  topic: 'security',
  required: true,
  text: {
    id: ({ organization, outcome, yours, path }) => ({
      subject: {
        accepted: yours
          ? `Anda kini pemilik ${organization}`
          : `Kepemilikan ${organization} sudah diserahkan`,
        declined: `Tawaran kepemilikan ${organization} ditolak`,
        withdrawn: `Tawaran kepemilikan ${organization} ditarik`,
      }[outcome],
      paragraphs: [
        outcome === 'accepted'
          ? 'Peran yang baru berlaku mulai sekarang.'
          : 'Tidak ada yang berubah: semua peran tetap seperti semula.',
      ],
      act: { label: 'Buka organisasi', path },
    }),
    en: ({ organization, outcome, yours, path }) => ({
      subject: {
        accepted: yours
          ? `You are now an owner of ${organization}`
          : `The ownership of ${organization} was handed over`,
        declined: `The offer of ownership of ${organization} was declined`,
        withdrawn: `The offer of ownership of ${organization} was withdrawn`,
      }[outcome],
      paragraphs: [
        outcome === 'accepted'
          ? 'The new roles hold from now on.'
          : 'Nothing changed: everybody keeps their role.',
      ],
      act: { label: 'Open the organization', path },
    }),
  },
});

/** `member`: whose access it is; null when it is the reader's own. */
export const accessEnding = defineMessage<{
  organization: string;
  until: CalendarDate;
  member: string | null;
  path: string;
}>({
  name: 'organizations.access-ending',
  topic: 'security',
  text: {
    id: ({ organization, until, member, path }) => ({
      subject: member
        ? `Akses ${member} ke ${organization} berakhir ${formatDate(until, 'id')}`
        : `Akses Anda ke ${organization} berakhir ${formatDate(until, 'id')}`,
      paragraphs: [
        member
          ? 'Setelah hari itu aksesnya ditutup sendiri. Bila masih diperlukan, ubah tanggalnya di halaman anggota.'
          : 'Setelah hari itu akses Anda ditutup sendiri. Bila masih diperlukan, minta pemilik mengubah tanggalnya.',
      ],
      act: { label: member ? 'Lihat anggota' : 'Buka organisasi', path },
    }),
    en: ({ organization, until, member, path }) => ({
      subject: member
        ? `${member} loses access to ${organization} after ${formatDate(until, 'en')}`
        : `Your access to ${organization} ends after ${formatDate(until, 'en')}`,
      paragraphs: [
        member
          ? 'After that day it closes by itself. If it is still needed, change the date on the members page.'
          : 'After that day it closes by itself. If you still need it, ask an owner to change the date.',
      ],
      act: { label: member ? 'See the members' : 'Open the organization', path },
    }),
  },
});

export const accessEnded = defineMessage<{ organization: string }>({
  name: 'organizations.access-ended',
  topic: 'security',
  text: {
    id: ({ organization }) => ({
      subject: `Akses Anda ke ${organization} sudah berakhir`,
      paragraphs: [
        'Akses Anda berlaku sampai tanggal tertentu, dan tanggal itu sudah lewat. Terima kasih atas kerja samanya.',
      ],
    }),
    en: ({ organization }) => ({
      subject: `Your access to ${organization} has ended`,
      paragraphs: ['It was given until a date, and that date has passed. Thank you for your work.'],
    }),
  },
});

export const reviewDue = defineMessage<{ organization: string; people: number; path: string }>({
  name: 'organizations.review-due',
  topic: 'security',
  text: {
    id: ({ organization, people, path }) => ({
      subject: `Waktunya meninjau siapa yang punya akses ke ${organization}`,
      paragraphs: [
        `${people} orang sudah cukup lama tidak ditinjau. Beberapa menit saja: masih tepat, ubah, atau keluarkan.`,
      ],
      act: { label: 'Tinjau akses', path },
    }),
    en: ({ organization, people, path }) => ({
      subject: `Time to look through who has access to ${organization}`,
      paragraphs: [
        people === 1
          ? 'One person was last looked at some time ago. It takes a minute: still right, change, or take out.'
          : `${people} people were last looked at some time ago. It takes a few minutes: still right, change, or take out.`,
      ],
      act: { label: 'Review access', path },
    }),
  },
});

interface OfDomain {
  organization: string;
  domain: string;
  path: string;
}

/** `until`: the day on which it is switched off. */
export const domainIsMissing = defineMessage<OfDomain & { until: CalendarDate }>({
  name: 'organizations.domain-is-missing',
  topic: 'security',
  required: true,
  text: {
    id: ({ organization, domain, until, path }) => ({
      subject: `Data TXT untuk ${domain} tidak ditemukan lagi`,
      paragraphs: [
        `Data TXT yang membuktikan ${domain} milik ${organization} tidak ada lagi di DNS.`,
        `Pasang kembali sebelum ${formatDate(until, 'id')}. Setelah itu domain dimatikan, berikut masuk terpusat yang memakainya.`,
      ],
      act: { label: 'Lihat data TXT', path },
    }),
    en: ({ organization, domain, until, path }) => ({
      subject: `The TXT record of ${domain} is gone`,
      paragraphs: [
        `The record that shows that ${domain} belongs to ${organization} is no longer in the DNS.`,
        `Put it back before ${formatDate(until, 'en')}. After that the domain is switched off, with the single sign-on that stands on it.`,
      ],
      act: { label: 'See the record', path },
    }),
  },
});

export const domainIsOff = defineMessage<OfDomain>({
  name: 'organizations.domain-is-off',
  topic: 'security',
  required: true,
  text: {
    id: ({ organization, domain, path }) => ({
      subject: `Domain ${domain} dimatikan`,
      paragraphs: [
        `Data TXT-nya belum kembali, jadi ${domain} tidak lagi dianggap milik ${organization}.`,
        'Pasang data TXT lalu periksa sekali lagi, dan semuanya berjalan seperti semula.',
      ],
      act: { label: 'Buka domain', path },
    }),
    en: ({ organization, domain, path }) => ({
      subject: `The domain ${domain} was switched off`,
      paragraphs: [
        `Its record did not come back, so ${domain} no longer counts as belonging to ${organization}.`,
        'Put the record back and check once more, and everything is as it was.',
      ],
      act: { label: 'Open the domains', path },
    }),
  },
});

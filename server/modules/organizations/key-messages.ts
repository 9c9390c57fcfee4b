import { defineMessage } from '../../kernel/messages.ts';
import { formatDate } from '../../kernel/values/dates.ts';
import type { CalendarDate } from '../../kernel/values/dates.ts';

export interface AboutKey {
  organization: string;
  key: string;
  /** It acts for its reader, not for the organization. */
  personal: boolean;
  expiresOn: CalendarDate;
  path: string;
}

const forWhomId = ({ personal, organization }: AboutKey) =>
  personal ? `Anda di ${organization}` : organization;
const forWhomEn = ({ personal, organization }: AboutKey) =>
  personal ? `you in ${organization}` : organization;

export const keyMadeMessage = defineMessage<AboutKey & { by: string }>({
  name: 'organizations.key-made',
  topic: 'security',
  required: true,
  text: {
    id: (about) => ({
      subject: `Kunci API baru untuk ${about.organization}: ${about.key}`,
      paragraphs: [
        `${about.by} membuat kunci API ${about.key}. Dengan kunci ini sebuah program dapat bertindak untuk ${forWhomId(about)} sampai ${formatDate(about.expiresOn, 'id')}.`,
        'Bila Anda tidak mengenalnya, cabut kunci itu sekarang; berlakunya langsung.',
      ],
      act: { label: 'Lihat kunci API', path: about.path },
    }),
    en: (about) => ({
      subject: `New API key for ${about.organization}: ${about.key}`,
      paragraphs: [
        `${about.by} made the API key ${about.key}. With it a program can act for ${forWhomEn(about)} until ${formatDate(about.expiresOn, 'en')}.`,
        'If you do not know what it is for, revoke it now; that holds at once.',
      ],
      act: { label: 'See the API keys', path: about.path },
    }),
  },
});

export const keyRotatedMessage = defineMessage<AboutKey & { by: string }>({
  name: 'organizations.key-rotated',
  topic: 'security',
  required: true,
  text: {
    id: (about) => ({
      subject: `Kunci API ${about.key} diganti`,
      paragraphs: [
        `${about.by} mengganti kunci API ${about.key}, yang bertindak untuk ${forWhomId(about)}. Kunci yang baru berlaku sampai ${formatDate(about.expiresOn, 'id')}.`,
        'Bila Anda tidak mengenalnya, cabut kunci itu sekarang; berlakunya langsung.',
      ],
      act: { label: 'Lihat kunci API', path: about.path },
    }),
    en: (about) => ({
      subject: `The API key ${about.key} was replaced`,
      paragraphs: [
        `${about.by} replaced the API key ${about.key}, which acts for ${forWhomEn(about)}. The new one is valid until ${formatDate(about.expiresOn, 'en')}.`,
        'If you do not know what it is for, revoke it now; that holds at once.',
      ],
      act: { label: 'See the API keys', path: about.path },
    }),
  },
});

export const keyExpiring = defineMessage<AboutKey>({
  name: 'organizations.key-expiring',
  topic: 'security',
  text: {
    id: (about) => ({
      subject: `Kunci API ${about.key} berakhir ${formatDate(about.expiresOn, 'id')}`,
      paragraphs: [
        `Program yang memakainya tidak lagi dapat bertindak untuk ${forWhomId(about)} setelah itu. Bila masih diperlukan, ganti kuncinya tepat waktu; kunci lama bisa tetap berlaku selama peralihan.`,
      ],
      act: { label: 'Lihat kunci API', path: about.path },
    }),
    en: (about) => ({
      subject: `The API key ${about.key} expires on ${formatDate(about.expiresOn, 'en')}`,
      paragraphs: [
        `Programs that use it can no longer act for ${forWhomEn(about)} after that. If it is still needed, replace it in time; the old one can stay good while you change over.`,
      ],
      act: { label: 'See the API keys', path: about.path },
    }),
  },
});

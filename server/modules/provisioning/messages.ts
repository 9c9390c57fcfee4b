import { defineMessage } from '../../kernel/messages.ts';

interface About {
  names: { id: string; en: string };
  path: string;
}

export const serviceReady = defineMessage<About>({
  name: 'provisioning.service-ready',
  topic: 'services',
  text: {
    id: ({ names, path }, { name, tone }) => ({
      subject: `${names.id} siap dipakai`,
      paragraphs: [
        ...(tone === 'short' ? [] : [`Halo ${name},`]),
        `${names.id} sudah kami siapkan dan bisa langsung dipakai. Alamat, akses, dan detail lainnya ada di halaman layanan.`,
      ],
      act: { label: 'Buka layanan', path },
    }),
    en: ({ names, path }, { name, tone }) => ({
      subject: `${names.en} is ready`,
      paragraphs: [
        ...(tone === 'short' ? [] : [`Hello ${name},`]),
        `${names.en} is set up and ready to use. You will find its address and access on the service's page.`,
      ],
      act: { label: 'Open the service', path },
    }),
  },
});

export const serviceDelayed = defineMessage<About>({
  name: 'provisioning.service-delayed',
  topic: 'services',
  text: {
    id: ({ names, path }, { name, tone }) => ({
      subject: `Penyiapan ${names.id} tertunda`,
      paragraphs: [
        ...(tone === 'short' ? [] : [`Halo ${name},`]),
        `Penyiapan ${names.id} tidak berjalan semestinya. Tim kami sudah tahu dan sedang menanganinya; Anda tidak perlu melakukan apa pun.`,
        `Kami kabari begitu siap. Pembayaran Anda tetap tercatat.`,
      ],
      act: { label: 'Lihat perkembangannya', path },
    }),
    en: ({ names, path }, { name, tone }) => ({
      subject: `Setting up ${names.en} takes longer`,
      paragraphs: [
        ...(tone === 'short' ? [] : [`Hello ${name},`]),
        `Setting up ${names.en} did not go as it should. Our team knows and is working on it; there is nothing for you to do.`,
        `We will write as soon as it is ready. Your payment is safely recorded.`,
      ],
      act: { label: 'See how far it is', path },
    }),
  },
});

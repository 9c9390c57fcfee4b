import type { Text } from './desk-en.ts';

export const text: Text = {
  enclosed: {
    title: 'Berkas dalam email',
    lead: 'Yang Anda lampirkan pada jawaban ikut dalam emailnya, sejauh semuanya muat. Sisanya menunggu di balik tautan.',
    together: 'Paling banyak, semuanya',
    megabytes: (count) => `${count} MB`,
    none: 'Jangan dilampirkan, selalu tautan',
    hint: 'Di perjalanan, berkas membesar sepertiga, dan banyak server menolak email di atas 25 MB.',
    save: 'Simpan',
    saved: 'Berlaku mulai email berikutnya',
  },
};

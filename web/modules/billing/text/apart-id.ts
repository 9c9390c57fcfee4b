import type { Text } from './apart-en.ts';

export const text: Text = {
  problems: {
    not_apart: 'Sudah ada yang dibayar, atau jatuh temponya sudah lewat. Muat ulang halaman ini.',
  },
  title: 'Tagih terpisah',
  lead: 'Yang Anda pilih keluar dari tagihan ini dengan nota kredit, lalu langsung ditagih lagi dalam tagihan lain dengan jatuh tempo yang sama.',
  services: 'Yang ditagih terpisah',
  needsOne: 'Pilih minimal satu, dan sisakan minimal satu di tagihan ini.',
  send: 'Tagih terpisah',
  sent: 'Sudah dikeluarkan. Tagihan barunya segera menyusul.',
};

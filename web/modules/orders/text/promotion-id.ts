import type { promotion as english } from './promotion-en.ts';

export const promotion: typeof english = {
  ask: 'Punya kode promo?',
  label: 'Kode promo',
  apply: 'Pakai',
  remove: 'Lepas',
  got: (name) => `${name} sudah dipotong.`,
  off: (name, sum) => `${name}: potongan ${sum}`,
  after: (sum, cycle, date) => `, dan ${sum} ${cycle} mulai ${date}`,
  no: {
    unknown: 'Kode ini tidak kami kenali. Periksa ejaannya.',
    over: 'Kode ini sudah berakhir.',
    not_yet: 'Kode ini belum berlaku.',
    used_up: 'Kode ini sudah habis terpakai.',
    used_by_you: 'Anda sudah memakai kode ini.',
    new_clients_only: 'Kode ini untuk klien baru.',
    not_for_this: 'Kode ini bukan untuk paket dan cara bayar ini.',
    other_currency: 'Kode ini bukan untuk mata uang Anda.',
    below_minimum: 'Kode ini untuk pesanan dengan nilai lebih besar.',
    better_without: 'Potongan Anda lebih besar tanpa kode ini, jadi kami tidak memakainya.',
  },
  minimum: (sum) => `Kode ini untuk pesanan mulai ${sum} sebelum pajak.`,
};

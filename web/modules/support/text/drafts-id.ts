import type { Text } from './drafts-en.ts';

export const text: Text = {
  saved: 'Tersimpan',
  here: 'Baru tersimpan di perangkat ini karena server kami tidak terjangkau. Kami terus mencoba.',
  newer: (when) => `Ada draf Anda yang lebih baru, dari ${when}:`,
  gone: 'Draf ini sudah Anda kirim atau buang di perangkat lain.',
  takeOther: 'Lanjutkan yang itu',
  keepMine: 'Pakai yang saya tulis di sini',
  both: 'Gabungkan keduanya',
  drop: 'Buang juga di sini',
  problems: {
    draft_elsewhere: 'Draf ini sudah Anda ubah, kirim, atau buang di perangkat lain.',
    too_many_drafts: 'Draf Anda melebihi yang kami simpan. Kirim atau buang beberapa, ya.',
  },
};

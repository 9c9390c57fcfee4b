import type { Limits } from './limits-en.ts';

export const text: Limits = {
  title: 'Berapa lama orang tetap masuk',
  lead: 'Siapa pun yang pergi lebih lama, atau masuk lebih lama dari ini, perlu masuk lagi. Dari semua batas, yang terpendek berlaku.',
  organizationLead:
    'Setelah ini anggota perlu masuk lagi, di mana pun mereka berada. Biarkan seperti adanya, atau buat lebih pendek untuk organisasi Anda.',
  staff: 'Staf',
  clients: 'Klien',
  idle: 'Paling lama tanpa kegiatan',
  hours: 'Paling lama bagaimanapun juga',
  remember: 'Perangkat boleh tanpa langkah kedua',
  never: 'Tidak pernah',
  asBusiness: 'Seperti semua orang di sini',
  days: (count) => `selama ${count} hari`,
  save: 'Simpan',
  saved: 'Tersimpan. Langsung berlaku, juga untuk yang sedang masuk.',
};

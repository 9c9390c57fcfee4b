import type { Text } from './work-en.ts';

export const text: Text = {
  topics: {
    'support-new': {
      name: 'Tiket baru',
      hint: 'Untuk staf: tiket yang dibuka klien, dan tiket yang diberikan kepada Anda.',
    },
    'support-queue': {
      name: 'Waktu yang dijanjikan',
      hint: 'Untuk staf: jawaban yang hampir atau sudah lewat waktu, bila Anda perlu mengetahuinya.',
    },
    'support-assigned': {
      name: 'Tiket Anda',
      hint: 'Untuk staf: balasan dan catatan pada tiket yang Anda tangani, serta catatan yang menyebut Anda.',
    },
  },
  requiredFor: {
    'support-assigned':
      'Eskalasi yang memanggil Anda tetap sampai, apa pun pilihan di sini; caranya menurut tingkatnya.',
  },
  reaches: {
    all: 'Semua tiket',
    queues: 'Di antrean saya',
    given: 'Hanya untuk saya',
    none: 'Tidak ada',
  },
  reached: (topic, channel, reach) => `${topic}, ${channel}: ${reach}`,
  queues:
    'Antrean tanpa anggota sendiri dianggap milik seluruh tim dukungan. Balasan klien sampai ke penanggung jawab tiketnya.',
};

import type { Text } from './coming-en.ts';

export const text: Text = {
  title: (day) => `Harga baru mulai ${day}`,
  body: (before, after) => `${before} menjadi ${after} untuk tiap masa. Yang sudah dibayar tidak berubah.`,
  leave: 'Kalau tidak cocok, Anda bisa berhenti di akhir masa yang sudah dibayar. Tidak ada biayanya.',
  leaveAct: 'Berhenti di akhir masa',
  keep: (day) => `Tetap dengan harga lama sampai ${day}`,
  kept: 'Anda memilih tetap dengan harga lama sampai saat itu.',
  keptDone: (day) => `Harga lama tetap berlaku. Harga baru mulai ${day}.`,
};

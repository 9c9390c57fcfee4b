import type { Text } from './desk-credits-en.ts';

export const text: Text = {
  title: 'Kredit untuk janji yang terlewat',
  lead: 'Disiapkan saat janji yang disertai kredit terlewat. Belum ada yang diberikan sebelum diputuskan.',
  client: 'Klien dan tiket',
  why: 'Yang terlewat',
  part: (percent, month) => `${percent}% dari ${month} per bulan`,
  state: 'Keadaan',
  states: { drafted: 'Perlu diputuskan', given: 'Diberikan', dismissed: 'Tidak diberikan' },
  by: (name, reason) => `${name}: ${reason}`,
  amount: 'Jumlah',
  empty: 'Tidak ada yang terutang',
  emptyHint:
    'Kebijakan bisa menyebut berapa bagian dari harga sebulan yang didapat klien kalau janjinya terlewat. Yang timbul dari situ menunggu di sini.',
  decide: 'Putuskan',
  decideTitle: (client) => `Kredit untuk ${client}`,
  decideLead: (number) =>
    `Untuk tiket #${number}. Menjadi kredit atas biaya kita sendiri, yang membayar tagihan klien berikutnya.`,
  how: 'Yang dilakukan',
  ways: { give: 'Beri kredit', dismiss: 'Tidak memberi apa pun' },
  reason: 'Alasan',
  clientReads: 'Klien membacanya, jadi tulislah dalam bahasanya.',
  staffRead: 'Hanya staf yang membacanya.',
  give: (sum) => `Beri ${sum}`,
  dismiss: 'Tidak memberi apa pun',
  given: (sum) => `${sum} diberikan. Klien sudah dikabari.`,
  dismissed: 'Tidak ada yang diberikan.',
  needsAmount: 'Isi jumlahnya.',
  problems: {
    credit_decided: 'Sudah diputuskan orang lain sementara itu. Muat ulang untuk melihatnya.',
    goodwill_limit:
      'Lebih dari yang boleh diberikan kepada klien ini sekarang. Batasnya ada di pengaturan penagihan.',
  },
};

import type { Text } from './group-en.ts';

export const text: Text = {
  title: 'Rekening koran grup',
  all: 'Grup',
  lead: 'Apa yang ditagih untuk organisasi ini dan semua di bawahnya, dan apa yang dibayar, siapa pun pembayarnya.',
  organization: 'Organisasi',
  before: 'Terutang sebelumnya',
  invoiced: 'Ditagih',
  paid: 'Dibayar',
  now: 'Terutang kini',
  together: 'Bersama',
  outside: 'kini di luar grup, atau tertutup bagi Anda',
  paidBy: (name) => `dibayar ${name}`,
  movements: 'Mutasi',
  csv: 'Unduh CSV',
};

import type { Text } from './stop-en.ts';

export const text: Text = {
  title: 'Berhenti menerima percakapan ini?',
  lead: 'Anda tidak akan lagi menerima email tentang percakapan ini, dan tidak ada yang bisa menyalin Anda lagi di dalamnya. Jawaban Anda tetap ada di sana.',
  act: 'Hentikan email ini',
  done: 'Anda tidak akan lagi menerima email tentang percakapan ini.',
  link: 'Tempelkan tautan dari email di sini',
  broken: 'Mungkin tautannya terpotong di jalan. Buka lagi dari email.',
};

import { locale } from '../i18n/locale.ts';
import { plural } from '../i18n/plural.ts';

// Both languages in one script: few words, which come when somebody opens the palette or asks for the shortcuts.
const en = {
  placeholder: 'Go to a page, find anything, do something…',
  label: 'Command palette',
  goTo: 'Go to',
  kinds: {
    client: 'Clients',
    service: 'Services',
    invoice: 'Invoices',
    order: 'Orders',
    ticket: 'Tickets',
    article: 'Help articles',
  },
  act: 'Do',
  results: (count: number) => plural(count, '1 result', `${count} results`),
  searching: 'Searching…',
  empty: (query: string) => `Nothing found for “${query}”.`,
  hint: 'to move, Enter to choose, Esc to close',
  shortcuts: {
    title: 'Keyboard shortcuts',
    palette: 'Search or jump anywhere',
    search: 'Search on this page',
    help: 'Show these shortcuts',
    close: 'Close what is open',
    rows: 'Move through a list',
    choose: 'Choose a ticket in the list',
    chooseSeveral: 'Choose all up to this one',
    changeChosen: 'Change the chosen tickets',
    reply: 'Reply in a ticket',
    note: 'Write an internal note',
    quote: 'Quote what is selected or was asked last',
    mention: 'Mention a colleague in a note',
    snooze: 'Snooze a ticket',
  },
};
const id: typeof en = {
  placeholder: 'Buka halaman, cari apa saja, lakukan sesuatu…',
  label: 'Palet perintah',
  goTo: 'Buka',
  kinds: {
    client: 'Klien',
    service: 'Layanan',
    invoice: 'Tagihan',
    order: 'Pesanan',
    ticket: 'Tiket',
    article: 'Artikel bantuan',
  },
  act: 'Lakukan',
  results: (count) => `${count} hasil`,
  searching: 'Mencari…',
  empty: (query) => `Tidak ada hasil untuk “${query}”.`,
  hint: 'untuk berpindah, Enter untuk memilih, Esc untuk menutup',
  shortcuts: {
    title: 'Pintasan papan ketik',
    palette: 'Cari atau lompat ke mana saja',
    search: 'Cari di halaman ini',
    help: 'Tampilkan pintasan ini',
    close: 'Tutup yang sedang terbuka',
    rows: 'Berpindah di daftar',
    choose: 'Pilih tiket di daftar',
    chooseSeveral: 'Pilih semua sampai yang ini',
    changeChosen: 'Ubah tiket yang dipilih',
    reply: 'Balas di tiket',
    note: 'Tulis catatan internal',
    quote: 'Kutip yang dipilih atau pertanyaan terakhir',
    mention: 'Sebut rekan di catatan',
    snooze: 'Tunda tiket',
  },
};
const words = { en, id };

/** The words of the palette and of the list of shortcuts. */
export const usePaletteText = () => words[locale.use()];

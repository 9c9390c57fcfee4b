import { locale } from '../../../kernel/i18n/locale.ts';
import { plural } from '../../../kernel/i18n/plural.ts';

// Both languages in the banner's own script: it may stand on every page, and another file to ask for costs more.
const en = {
  title: (count: number, sum: string) =>
    `${plural(count, 'One invoice is', `${count} invoices are`)} overdue: ${sum}`,
  act: 'See what is overdue',
};
const id: typeof en = {
  title: (count, sum) => `${count} tagihan lewat jatuh tempo: ${sum}`,
  act: 'Lihat tagihannya',
};
const words = { en, id };

/** The words of the banner, apart from those of the module. */
export const useText = () => words[locale.use()];

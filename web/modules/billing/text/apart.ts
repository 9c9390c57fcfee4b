import { locale } from '../../../kernel/i18n/locale.ts';
import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './apart-en.ts';

/** Words of renewals that are billed by themselves. */
export const useApartText = moduleText<Text>('billing/apart');

const acts = { en: 'Bill some of it separately', id: 'Tagih sebagian secara terpisah' };

/** What stands in the menu of an invoice, before anything is opened. */
export const useApartAct = () => acts[locale.use()];

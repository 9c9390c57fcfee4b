import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './tax-en.ts';

/** The words about taxes: settings, who buys, and what is withheld. */
export const useTaxText = moduleText<Text>('billing/tax');

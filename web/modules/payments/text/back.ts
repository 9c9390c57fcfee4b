import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './back-en.ts';

/** Words about money that goes back, and about paying many invoices at once. */
export const useBackText = moduleText<Text>('payments/back');

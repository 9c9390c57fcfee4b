import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './desk-en.ts';

/** Words that staff read about invoices. */
export const useDeskText = moduleText<Text>('billing/desk');

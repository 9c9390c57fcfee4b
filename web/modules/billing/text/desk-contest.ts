import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './desk-contest-en.ts';

/** Words of contested invoices; only staff read them. */
export const useDeskContestText = moduleText<Text>('billing/desk-contest');

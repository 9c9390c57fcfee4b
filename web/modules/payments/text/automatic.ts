import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './automatic-en.ts';

/** Words about renewals that are paid without asking. */
export const useAutomaticText = moduleText<Text>('payments/automatic');

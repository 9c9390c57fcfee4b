import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './desk-credits-en.ts';

/** The words of what is owed for missed promises, which no client loads. */
export const useDeskCredits = moduleText<Text>('support/desk-credits');

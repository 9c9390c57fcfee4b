import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './desk-snooze-en.ts';

/** The words of putting a ticket out of the way. */
export const useSnoozeText = moduleText<Text>('support/desk-snooze');

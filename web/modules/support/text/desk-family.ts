import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './desk-family-en.ts';

/** The words of tickets that belong together, and of what becomes a ticket of its own. */
export const useFamilyText = moduleText<Text>('support/desk-family');

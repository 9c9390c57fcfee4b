import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './desk-many-en.ts';

/** The words of changing many tickets at once. */
export const useManyText = moduleText<Text>('support/desk-many');

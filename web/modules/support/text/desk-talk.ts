import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './desk-talk-en.ts';

/** The words of mentioning, quoting and redacting at the desk. */
export const useTalkText = moduleText<Text>('support/desk-talk');

import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './desk-en.ts';

/** The words of those who write offers, which no client loads. */
export const useDeskText = moduleText<Text>('offers/desk');

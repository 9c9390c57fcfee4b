import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './desk-en.ts';

/** What staff read of ratings, which no client loads. */
export const useDeskText = moduleText<Text>('feedback/desk');

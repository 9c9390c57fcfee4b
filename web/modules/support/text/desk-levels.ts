import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './desk-levels-en.ts';

/** The words of calendars and policies, which no client loads. */
export const useDeskLevels = moduleText<Text>('support/desk-levels');

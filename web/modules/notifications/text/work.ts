import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './work-en.ts';

/** What staff are told about their work. */
export const useWorkText = moduleText<Text>('notifications/work');

import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './list-en.ts';

/** Words of lists of tickets. */
export const useListText = moduleText<Text>('support/list');

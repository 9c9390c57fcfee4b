import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './acts-en.ts';

/** The words of what can be done with a message; they come with the script that does it. */
export const useActsText = moduleText<Text>('support/acts');

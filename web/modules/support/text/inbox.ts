import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './inbox-en.ts';

/** The words of the page with the tickets of all one's organizations. */
export const useInboxText = moduleText<Text>('support/inbox');

import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './followers-en.ts';

/** Words about who else gets the replies of a ticket. */
export const useFollowerText = moduleText<Text>('support/followers');

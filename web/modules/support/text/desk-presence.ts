import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './desk-presence-en.ts';

/** The words of who else has a ticket before them. */
export const usePresenceText = moduleText<Text>('support/desk-presence');

import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './drafts-en.ts';

/** Words about what is being written and not sent yet. */
export const useDraftText = moduleText<Text>('support/drafts');

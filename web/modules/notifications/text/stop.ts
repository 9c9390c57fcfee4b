import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './stop-en.ts';

/** Words for who is copied on a conversation and has no account. */
export const useStopText = moduleText<Text>('notifications/stop');

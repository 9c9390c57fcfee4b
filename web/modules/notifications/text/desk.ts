import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './desk-en.ts';

/** What only staff with the outbox read. */
export const useDeskText = moduleText<Text>('notifications/desk');

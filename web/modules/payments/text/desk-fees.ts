import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './desk-fees-en.ts';

/** Words about what gateways keep of payments. */
export const useFeeText = moduleText<Text>('payments/desk-fees');

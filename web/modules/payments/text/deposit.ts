import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './deposit-en.ts';

/** Words about money that a client adds to its credit. */
export const useDepositText = moduleText<Text>('payments/deposit');

import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './desk-dispute-en.ts';

/** Words about payments that are disputed at banks; only staff read them. */
export const useDisputeText = moduleText<Text>('payments/desk-dispute');

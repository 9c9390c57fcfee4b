import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './desk-credit-en.ts';

export const useCreditText = moduleText<Text>('billing/desk-credit');

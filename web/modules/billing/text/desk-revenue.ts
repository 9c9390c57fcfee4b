import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './desk-revenue-en.ts';

export const useText = moduleText<Text>('billing/desk-revenue');

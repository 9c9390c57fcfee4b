import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './change-en.ts';

export const useText = moduleText<Text>('orders/change');

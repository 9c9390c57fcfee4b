import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './coming-en.ts';

export const useText = moduleText<Text>('pricing/coming');

import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './term-en.ts';

export const useText = moduleText<Text>('services/term');

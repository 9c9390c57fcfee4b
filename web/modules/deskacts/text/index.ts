import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './en.ts';

export const useText = moduleText<Text>('deskacts');

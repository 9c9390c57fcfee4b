import { moduleText } from '../../kernel/i18n/module-text.ts';
import type { Text } from './en.ts';

export const useConsoleText = moduleText<Text>('console');

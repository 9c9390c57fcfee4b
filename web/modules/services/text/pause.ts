import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './pause-en.ts';

export const useText = moduleText<Text>('services/pause');

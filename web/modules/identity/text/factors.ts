import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './factors-en.ts';

export const useFactorText = moduleText<Text>('identity/factors');

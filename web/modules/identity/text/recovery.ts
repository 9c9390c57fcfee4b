import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './recovery-en.ts';

export const useRecoveryText = moduleText<Text>('identity/recovery');

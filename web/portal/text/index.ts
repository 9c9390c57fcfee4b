import { moduleText } from '../../kernel/i18n/module-text.ts';
import type { Text } from './en.ts';

export const usePortalText = moduleText<Text>('portal');

import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './lots-en.ts';

/** Words about where credit came from and where it went. */
export const useLotText = moduleText<Text>('billing/lots');

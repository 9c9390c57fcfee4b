import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './en.ts';

/** The words of staff; clients load `coming` alone. */
export const useText = moduleText<Text>('pricing');

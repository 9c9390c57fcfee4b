import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './desk-pack-en.ts';

/** Words about evidence; only staff read them. */
export const useText = moduleText<Text>('evidence/desk-pack');

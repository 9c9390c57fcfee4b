import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './desk-en.ts';

export const useText = moduleText<Text>('rehearsal/desk');

import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './desk-settings-en.ts';

/** The words of how the business bills, which no client loads. */
export const useSettingsText = moduleText<Text>('billing/desk-settings');

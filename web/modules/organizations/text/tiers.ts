import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './tiers-en.ts';

/** The words of client tiers, which only staff read. */
export const useTierText = moduleText<Text>('organizations/tiers');

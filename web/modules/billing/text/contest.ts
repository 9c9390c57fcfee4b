import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './contest-en.ts';

/** Words of clients who do not agree with an invoice. */
export const useContestText = moduleText<Text>('billing/contest');

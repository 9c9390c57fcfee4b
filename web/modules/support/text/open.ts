import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './open-en.ts';

/** The words of the form that opens a ticket, which reading one does without. */
export const useOpenText = moduleText<Text>('support/open');

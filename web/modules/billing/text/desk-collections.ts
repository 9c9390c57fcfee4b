import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './desk-collections-en.ts';

/** The words of getting invoices paid, for staff. */
export const useCollectionsText = moduleText<Text>('billing/desk-collections');

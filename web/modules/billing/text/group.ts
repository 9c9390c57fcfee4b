import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './group-en.ts';

/** Words of the statement of a group of organizations. */
export const useGroupText = moduleText<Text>('billing/group');

import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './notes-en.ts';

export const useNoteText = moduleText<Text>('billing/notes');

import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Desk } from './desk-en.ts';

/** The words only for staff. */
export const useDeskText = moduleText<Desk>('identity/desk');

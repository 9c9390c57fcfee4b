import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Texting } from './desk-texting-en.ts';

/** The words of what staff set about codes to phones. */
export const useTextingText = moduleText<Texting>('identity/desk-texting');

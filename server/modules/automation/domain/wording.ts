import type { Locale } from '../../../kernel/auth/actor.ts';
import { fill } from './variables.ts';
import type { Values, Variable } from './variables.ts';

export interface Wording {
  text: string;
  missing: Variable[];
  /** There is none in the language that was wanted. */
  otherLanguage: boolean;
}

/** The text in a ticket's language, or in the other one where there is only that, filled for it. */
export function wordingFor(
  texts: { id: string | null; en: string | null },
  of: { language: Locale; values: Values },
): Wording {
  const wanted = texts[of.language];
  const text = wanted ?? texts[of.language === 'id' ? 'en' : 'id'] ?? '';
  return { ...fill(text, of.values), otherLanguage: wanted === null };
}

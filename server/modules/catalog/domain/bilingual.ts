import type { Locale } from '../../../kernel/values/money.ts';

/** One text in both languages. */
export type Bilingual = Readonly<Record<Locale, string>>;

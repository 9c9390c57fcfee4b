import type { Locale, Session } from '../../../kernel/auth/actor.ts';

/** In which language somebody gets a paper: the one asked for, else their own. */
export const languageOf = (asked: { lang?: Locale | undefined }, session: Session | null): Locale =>
  asked.lang ?? session?.person.locale ?? 'id';

import { languageTag } from '../../../kernel/format/money.ts';

/** 'Desember 2026' for '2026-12'. */
export const monthName = (month: string, locale: 'id' | 'en'): string =>
  new Intl.DateTimeFormat(languageTag(locale), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01`),
  );

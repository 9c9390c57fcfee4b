import { locale } from '../../../kernel/i18n/locale.ts';
import { readingLocale } from '../../../kernel/pages/match.ts';
import { useVisit } from '../../../kernel/pages/visit.ts';
import { type KnowledgePaths, paths } from '../../../kernel/paths.ts';

/** Where these pages stand: in an organization (its slug is in the address), else everybody's place. */
export function pathsIn(slug: string | undefined): KnowledgePaths {
  return slug === undefined ? paths : paths.organization(slug);
}

/** The API for the language something is read in: `?lang=en`, else that of the page. */
export function useReading(): { locale: 'id' | 'en'; api: string } {
  const around = locale.use();
  const reading = readingLocale(new URLSearchParams(useVisit().search), around);
  return { locale: reading, api: `/api/knowledge/${reading}` };
}

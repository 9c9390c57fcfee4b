import type { FastifyRequest } from 'fastify';
import type { Session } from '../../kernel/auth/actor.ts';
import { readCookie } from '../../kernel/http/cookie.ts';

export type Locale = 'id' | 'en';

const known = (text: string | null | undefined): Locale | null =>
  text === 'id' || text === 'en' ? text : null;

/** The language an address asks for (`?lang=en`), as the links of search engines and of pages without script do. */
export const askedLocale = (url: URL): Locale | null => known(url.searchParams.get('lang'));

/** Of a person their own; of others what the address says, what was chosen before, the browser's wish, else Indonesian. */
export function localeOf(request: FastifyRequest, url: URL, session: Session | null): Locale {
  return (
    session?.person.locale ??
    askedLocale(url) ??
    known(kept(request, 'locale')) ??
    wishedLocale(request.headers['accept-language'] ?? '')
  );
}

function wishedLocale(header: string): Locale {
  const tags = header
    .toLowerCase()
    .split(',')
    .map((tag) => known(tag.trim().slice(0, 2)));
  return tags.find((tag) => tag !== null) ?? 'id';
}

/** What a visitor chose before; over https our own cookies come first, which no neighboring host can set. */
function kept({ headers }: FastifyRequest, name: string): string | null {
  return readCookie(headers.cookie, `__Host-${name}`) ?? readCookie(headers.cookie, name);
}

export function themeOf(request: FastifyRequest, session: Session | null): 'light' | 'dark' | 'system' {
  if (session) return session.person.theme;
  const chosen = kept(request, 'theme');
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
}

import type { PageEntry } from './pages.ts';

export interface PageMatch {
  entry: PageEntry;
  params: Record<string, string>;
}

const segments = (path: string) => path.split('/').filter(Boolean);

const patterns = new Map<string, string[]>();

function segmentsOf(pattern: string): string[] {
  let found = patterns.get(pattern);
  if (!found) patterns.set(pattern, (found = segments(pattern)));
  return found;
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

function matchOne(pattern: string, parts: readonly string[]): Record<string, string> | null {
  const wanted = segmentsOf(pattern);
  if (wanted.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [index, want] of wanted.entries()) {
    const part = parts[index]!;
    if (!want.startsWith(':')) {
      if (want !== part) return null;
      continue;
    }
    const value = decoded(part);
    if (value === null) return null;
    params[want.slice(1)] = value;
  }
  return params;
}

/** The page for a path; a fixed segment wins over a parameter (`/tickets/new` over `/tickets/:ticketId`). */
export function matchPage(entries: readonly PageEntry[], pathname: string): PageMatch | null {
  const parts = segments(pathname);
  let best: PageMatch | null = null;
  for (const entry of entries) {
    const params = matchOne(entry.pattern, parts);
    if (params && (!best || Object.keys(params).length < Object.keys(best.params).length))
      best = { entry, params };
  }
  return best;
}

/** The language something is read in: what the address asks for (`?lang=en`), else that of the page around it. */
export function readingLocale(search: URLSearchParams, around: 'id' | 'en'): 'id' | 'en' {
  const asked = search.get('lang');
  return asked === 'id' || asked === 'en' ? asked : around;
}

/**
 * Fills data templates for one visit.
 *
 * `:name` comes from the page's parameters (among them callers put `:locale`, the language it is read in), `:organizationId`
 * from the organization the slug names, and `{?status,q}` copies those query parameters of the page when present, in that
 * order. A template with an unknown value is left out.
 * The result is exactly the url (and query key) the page asks for.
 */
export function dataUrls(
  templates: readonly string[],
  params: Record<string, string>,
  search: URLSearchParams,
  organizationId: string | undefined,
): string[] {
  const values: Record<string, string | undefined> = { ...params, organizationId };
  return templates.flatMap((template) => {
    let complete = true;
    const [path = '', names] = template.split('{?');
    const url = path.replace(/:([A-Za-z]+)/g, (_, name: string) => {
      const value = values[name];
      complete &&= value !== undefined;
      return encodeURIComponent(value ?? '');
    });
    return complete ? [withQuery(url, pick(search, names?.slice(0, -1).split(',') ?? []))] : [];
  });
}

const pick = (search: URLSearchParams, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, search.get(name)]));

/** Appends the parameters that have a value, in the order given, so that the same question is always the same url. */
export function withQuery(url: string, query: Record<string, string | number | null | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `${url}?${text}` : url;
}

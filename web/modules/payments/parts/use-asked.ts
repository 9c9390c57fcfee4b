import { withQuery } from '../../../kernel/pages/match.ts';
import { useSearch } from '../../../kernel/pages/search.ts';

/** The API's question for what the address asks, and whether anything is filtered at all. `names` in the order of pages.ts. */
export function useAsked(url: string, names: readonly string[]) {
  const search = useSearch();
  return {
    url: withQuery(url, Object.fromEntries(names.map((name) => [name, search.get(name)]))),
    filtered: names.some((name) => search.get(name)),
    query: search.get('q'),
    clear: () => search.set(Object.fromEntries(names.map((name) => [name, null]))),
  };
}

import { withQuery } from './match.ts';
import { noneOf, useSearch } from './search.ts';

/**
 * The API's question for what the address asks of a list, and the way to drop what narrows it. `names` stand in the order of the
 * page's address template in `pages.ts`. Those in `kept` are where somebody came from, not what they look for: they are asked too,
 * but do not count as filters, and stay when the others are dropped.
 */
export function useFiltered(
  url: string,
  names: readonly string[],
  kept: readonly string[] = [],
): Filtered & { url: string } {
  const search = useSearch();
  const filters = names.filter((name) => !kept.includes(name));
  return {
    url: withQuery(url, Object.fromEntries(names.map((name) => [name, search.get(name)]))),
    filtered: filters.some((name) => search.get(name)),
    query: search.get('q'),
    clear: () => search.set(noneOf(filters)),
  };
}

export interface Filtered {
  filtered: boolean;
  /** The words searched for. */
  query: string | null;
  clear: () => void;
}

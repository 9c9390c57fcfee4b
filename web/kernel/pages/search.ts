import type { Path } from '../paths.ts';
import { goTo } from './link.tsx';
import { useVisit } from './visit.ts';

/** Query parameters of the page: filters, search and sort live in the address, so Back and sharing work. */
export function useSearch() {
  const visit = useVisit();
  const search = new URLSearchParams(visit.search);
  return {
    get: (name: string) => search.get(name),
    /** Changes some parameters (null drops one) without adding a step to Back. */
    set(change: Record<string, string | null>) {
      for (const [name, value] of Object.entries(change)) {
        if (value === null || value === '') search.delete(name);
        else search.set(name, value);
      }
      const text = search.toString();
      goTo((text ? `${visit.pathname}?${text}` : visit.pathname) as Path, { replace: true });
    },
  };
}

/** The change that drops these parameters. */
export const noneOf = (names: readonly string[]): Record<string, null> =>
  Object.fromEntries(names.map((name) => [name, null]));

/** A secret handed over in the fragment (`#token=…`), which browsers keep out of requests and logs. */
export function fragmentToken(): string | null {
  return new URLSearchParams(location.hash.slice(1)).get('token');
}

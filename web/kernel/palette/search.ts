import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Found } from '../../../server/modules/home/contract.ts';
import { api } from '../api/client.ts';
import { withQuery } from '../pages/match.ts';
import { type Path, paths } from '../paths.ts';
import { shellName, useCan } from '../session/can.ts';
import { useCurrentOrganization } from '../session/organization.ts';
import { consolePathOf, type FoundItem, portalPathOf } from './found-paths.ts';

const shortest = 2;
const settle = 180;

/** The value once it has rested for `settle` milliseconds. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), settle);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** Whose records are searched, and where each stands: those of the organization of the page, or all in the console. */
function useScope(): { base: string; pathOf: (item: FoundItem) => Path } | null {
  const organization = useCurrentOrganization();
  const mayHere = useCan('home.search.use');
  const mayEverywhere = useCan('home.search.everything');
  if (shellName() === 'console')
    return mayEverywhere ? { base: '/api/console', pathOf: consolePathOf } : null;
  if (!organization || !mayHere) return null;
  const to = paths.organization(organization.slug);
  return { base: `/api/organizations/${organization.id}`, pathOf: (item) => portalPathOf(to, item) };
}

/** Finds records by words, by kind in the order the server found them. */
export function useFound(typed: string) {
  const words = useSettled(typed.trim());
  const scope = useScope();
  const url = withQuery(`${scope?.base}/search`, { q: words });
  const enabled = scope !== null && words.length >= shortest;
  const query = useQuery({
    queryKey: [url],
    queryFn: ({ signal }) => api.get<Found>(url, signal),
    enabled,
    placeholderData: keepPreviousData,
  });
  const groups = new Map<FoundItem['kind'], (FoundItem & { to: Path })[]>();
  for (const item of (scope && enabled && query.data?.items) || []) {
    groups.set(item.kind, [...(groups.get(item.kind) ?? []), { ...item, to: scope!.pathOf(item) }]);
  }
  return { groups: [...groups], searching: (enabled && query.isFetching) || words !== typed.trim() };
}

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '../api/client.ts';
import { withQuery } from '../pages/match.ts';
import { shellName } from '../session/can.ts';
import { useCurrentOrganization } from '../session/organization.ts';

/** Answer of `GET …/search?q=`: what was found, by kind, best first. */
export interface FoundGroups {
  groups: { kind: string; items: { id: string; title: string; detail: string | null; url: string }[] }[];
}

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

/** Finds records: in the organization of the page, or everywhere in the console. */
export function useFound(typed: string) {
  const words = useSettled(typed.trim());
  const organization = useCurrentOrganization();
  const base =
    shellName() === 'console' ? '/api/console' : organization && `/api/organizations/${organization.id}`;
  const url = withQuery(`${base}/search`, { q: words });
  const enabled = Boolean(base) && words.length >= shortest;
  const query = useQuery({
    queryKey: [url],
    queryFn: ({ signal }) => api.get<FoundGroups>(url, signal),
    enabled,
    placeholderData: keepPreviousData,
  });
  return {
    groups: enabled ? (query.data?.groups ?? []) : [],
    searching: (enabled && query.isFetching) || words !== typed.trim(),
  };
}

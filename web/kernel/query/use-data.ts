import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import type { Interest } from '../live/interest.ts';
import { keyOf } from './client.ts';

/**
 * What a page is about. The route has fetched it before the page renders, so there is no loading state to write;
 * failures are shown by the route. `live` names the facts that make it out of date.
 */
export function useData<T>(url: string, live?: Interest): T {
  return useSuspenseQuery({ queryKey: keyOf(url), meta: { live } }).data as T;
}

/** Something beside the main matter, fetched after the page is there; undefined while it is not. */
export function useSideData<T>(
  url: string | null,
  live?: Interest,
): { data: T | undefined; failed: boolean } {
  const query = useQuery({ queryKey: keyOf(url ?? ''), enabled: url !== null, meta: { live } });
  return { data: query.data as T | undefined, failed: query.isError };
}

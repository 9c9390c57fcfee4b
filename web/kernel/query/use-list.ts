import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { toProblem } from '../api/problem.ts';
import type { Interest } from '../live/interest.ts';
import { keyOf, queryClient } from './client.ts';

/** A list as the API sends it: `next` is the cursor of the following page, null at the end. */
export interface Page<T> {
  items: T[];
  next: string | null;
}

/**
 * A keyset list. Changing the url (a filter, a search) keeps the old rows on screen, marked `busy`, until the new
 * ones are there; `more` appends the next page.
 */
export function useList<T>(url: string, live?: Interest) {
  const first = queryClient.getQueryState<Page<T>>(keyOf(url));
  const query = useInfiniteQuery({
    queryKey: [url, 'list'],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<T>>(pageParam ? withCursor(url, pageParam) : url, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Page<T>) => page.next,
    initialData: first?.data && { pages: [first.data], pageParams: [null] },
    initialDataUpdatedAt: first?.dataUpdatedAt,
    placeholderData: keepPreviousData,
    meta: { live },
  });
  return {
    items: query.data?.pages.flatMap((page) => page.items) ?? [],
    loading: query.isPending,
    busy: query.isPlaceholderData,
    problem: query.error && !query.data ? toProblem(query.error) : null,
    retry: () => void query.refetch(),
    more: query.hasNextPage ? () => void query.fetchNextPage() : null,
    loadingMore: query.isFetchingNextPage,
  };
}

const withCursor = (url: string, cursor: string) =>
  `${url}${url.includes('?') ? '&' : '?'}after=${encodeURIComponent(cursor)}`;

import { QueryClient } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';

/** The key of every query is the API url alone, which is also how the server names the data it sends ahead. */
export const keyOf = (url: string) => [url] as const;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      queryFn: ({ queryKey, signal }) => api.get(queryKey[0] as string, signal),
      staleTime: 30_000,
      retry: (failures, error) => failures < 2 && error instanceof ApiProblem && error.unanswered,
    },
  },
});

/** Puts the data that came inside the HTML where the page will look for it. */
export function fillFromBoot(data: Record<string, unknown>): void {
  for (const [url, json] of Object.entries(data)) queryClient.setQueryData(keyOf(url), json);
}

/** Fetches ahead what a page will read; throws the problem when it cannot be had. */
export function ensureData(url: string): Promise<unknown> {
  return queryClient.ensureQueryData({ queryKey: keyOf(url) });
}

/** Marks everything under these API addresses as out of date; what is on screen is fetched again at once. */
export async function refresh(...prefixes: string[]): Promise<void> {
  await queryClient.invalidateQueries({
    predicate: ({ queryKey }) => prefixes.some((prefix) => String(queryKey[0]).startsWith(prefix)),
  });
}

import type { Query, QueryClient } from '@tanstack/react-query';

/**
 * Fetches again what is out of date. What is on its way for the first time may have been read before that, and goes on instead of being
 * asked for anew: it is once it is there.
 */
export async function fetchAgain(client: QueryClient, outdated: (query: Query) => boolean): Promise<void> {
  const coming = client.getQueryCache().findAll({ predicate: outdated, fetchStatus: 'fetching' });
  const first = new Set(coming.filter(({ state }) => state.data === undefined));
  await client.invalidateQueries({ predicate: outdated });
  if (first.size > 0) await client.invalidateQueries({ predicate: (query) => first.has(query) });
}

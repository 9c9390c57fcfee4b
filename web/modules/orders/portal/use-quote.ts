import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Quote } from '../../../../server/modules/orders/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { type ApiProblem, toProblem } from '../../../kernel/api/problem.ts';
import { queryClient } from '../../../kernel/query/client.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import type { Selection } from './selection.ts';

/** Milliseconds without a change before the price is asked for. */
const settle = 250;

export interface QuoteState {
  /** The last answer; of an earlier selection while `busy`. */
  quote: Quote | null;
  problem: ApiProblem | null;
  busy: boolean;
}

/** The exact price of a selection, asked of the server whenever it changes; nothing is asked for null. */
export function useQuote(selection: Selection | null): QuoteState {
  const { api: base } = useOrganization();
  const settled = useSettled(selection);
  const query = useQuery({
    queryKey: quoteKey(base, settled),
    queryFn: () => api.post<Quote>(`${base}/orders/quote`, { items: [settled] }, crypto.randomUUID()),
    enabled: settled !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const behind = JSON.stringify(selection) !== JSON.stringify(settled);
  return {
    quote: selection && query.data ? query.data : null,
    problem: query.error && !query.isFetching && !behind ? toProblem(query.error) : null,
    busy: selection !== null && (behind || query.isPlaceholderData || query.isFetching),
  };
}

/** Prices may have changed: asks again for the one on screen. */
export async function forgetQuotes(base: string): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: [`${base}/orders/quote`] });
}

const quoteKey = (base: string, selection: Selection | null) => [`${base}/orders/quote`, selection];

function useSettled(selection: Selection | null): Selection | null {
  const [settled, setSettled] = useState(selection);
  const text = JSON.stringify(selection);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(text) as Selection | null), settle);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

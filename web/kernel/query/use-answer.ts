import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '../api/client.ts';
import { type ApiProblem, toProblem } from '../api/problem.ts';

/** Milliseconds without a change before it is asked. */
const settle = 300;

export interface Answered<Answer> {
  /** The last answer; of an earlier question while `busy`, and null where there is none to this one. */
  answer: Answer | null;
  problem: ApiProblem | null;
  busy: boolean;
}

/**
 * What the server reckons of what is being written, asked anew whenever it has settled; nothing is asked for null. `freshFor`: after so
 * many milliseconds it is asked again, for what does not hold for ever.
 */
export function useAnswer<Answer>(url: string, body: object | null, freshFor?: number): Answered<Answer> {
  const text = body && JSON.stringify(body);
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), settle);
    return () => clearTimeout(timer);
  }, [text]);
  const query = useQuery({
    queryKey: [url, settled],
    queryFn: () => api.post<Answer>(url, JSON.parse(settled!), crypto.randomUUID()),
    enabled: settled !== null,
    placeholderData: keepPreviousData,
    refetchInterval: freshFor ?? false,
    retry: false,
  });
  const behind = text !== settled;
  const wrong = query.error && !query.isFetching && !behind;
  return {
    answer: text !== null && query.data && !wrong ? query.data : null,
    problem: wrong ? toProblem(query.error) : null,
    busy: text !== null && (behind || query.isPlaceholderData || query.isFetching),
  };
}

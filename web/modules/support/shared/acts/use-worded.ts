import { useEffect, useState } from 'react';
import type { WordedMessage } from '../../../../../server/modules/support/correction-contract.ts';
import { api } from '../../../../kernel/api/client.ts';
import { problemWords } from '../../../../kernel/api/problem-words.ts';
import { toProblem } from '../../../../kernel/api/problem.ts';

/** A message as it stands now, asked for when it is opened and again on request. */
export function useWorded(url: string) {
  const [known, setKnown] = useState<WordedMessage | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [times, setTimes] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    api.get<WordedMessage>(url, stop.signal).then(setKnown, (error: unknown) => {
      if (!stop.signal.aborted) setProblem(problemWords(toProblem(error)));
    });
    return () => stop.abort();
  }, [url, times]);
  return { known, problem, again: () => setTimes((before) => before + 1) };
}

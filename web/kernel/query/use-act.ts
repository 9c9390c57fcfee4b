import { useRef, useState } from 'react';
import { createIntention } from '../api/intention.ts';
import { problemWords } from '../api/problem-words.ts';
import { type ApiProblem, toProblem } from '../api/problem.ts';
import { toast } from '../toast.ts';
import { refresh } from './client.ts';

export interface ActOptions<Body, Result> {
  /** API address prefixes that the act makes out of date. */
  refresh?: readonly string[];
  done?: (result: Result, body: Body) => void;
  /** Called instead of the toast that tells what went wrong. */
  failed?: (problem: ApiProblem) => void;
}

export interface Act<Body, Result> {
  run(body: Body): Promise<Result | undefined>;
  busy: boolean;
}

/**
 * One thing a person does. `send` gets an idempotency key that stays the same while the answer is unknown; a second
 * click while busy does nothing. On success the named data is fetched again before `done`; on failure a toast says why.
 */
export function useAct<Body, Result>(
  send: (body: Body, key: string) => Promise<Result>,
  options: ActOptions<Body, Result> = {},
): Act<Body, Result> {
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const intention = useRef(createIntention());

  async function run(body: Body): Promise<Result | undefined> {
    if (running.current) return undefined;
    running.current = true;
    setBusy(true);
    try {
      const result = await send(body, intention.current.keyFor(body));
      intention.current.finish();
      await refresh(...(options.refresh ?? []));
      options.done?.(result, body);
      return result;
    } catch (error) {
      const problem = toProblem(error);
      if (!problem.unanswered) intention.current.finish();
      if (options.failed) options.failed(problem);
      else toast({ words: problemWords(problem), tone: 'danger' });
      return undefined;
    } finally {
      running.current = false;
      setBusy(false);
    }
  }

  return { run, busy };
}

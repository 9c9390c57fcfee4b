import { problemWords } from '../kernel/api/problem-words.ts';
import { ApiProblem } from '../kernel/api/problem.ts';
import type { Posted } from '../kernel/pages/posted.ts';
import { Banner } from './banner.tsx';

/** Why a form that was sent without script did not succeed; above the form, until it is changed. */
export function PostedProblem({ posted, hidden }: { posted: Posted<unknown> | undefined; hidden: boolean }) {
  if (!posted?.problem || hidden) return null;
  return (
    <div role="alert" className="mb-4">
      <Banner tone="danger" title={problemWords(new ApiProblem(posted.problem))} />
    </div>
  );
}

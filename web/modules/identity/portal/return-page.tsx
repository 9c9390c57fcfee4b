import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { StepDue } from '../../../../server/modules/identity/contract.ts';
import type { ReturnAnswer } from '../../../../server/modules/sso/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { problemWords } from '../../../kernel/api/problem-words.ts';
import { toProblem } from '../../../kernel/api/problem.ts';
import { paths, safeNext } from '../../../kernel/paths.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Spinner } from '../../../ui/spinner.tsx';
import { useText } from '../text/index.ts';
import { BareCard } from './bare-card.tsx';
import { proven } from '../proof/proven.ts';
import { nextKey } from './elsewhere.tsx';

const SecondStepCard = lazy(async () => ({
  default: (await import('../proof/second-step-card.tsx')).SecondStepCard,
}));

const enter = () => location.assign(safeNext(sessionStorage.getItem(nextKey) || null));

/** Where a provider sends the browser back to: hands on what it sent, which is gone from the address at once. */
export function Page({ connectionId }: { connectionId: string }) {
  const { elsewhere: words } = useText();
  const [problem, setProblem] = useState<string | null>(null);
  const [due, setDue] = useState<StepDue | null>(null);
  const [isProven, setIsProven] = useState(false);
  const begun = useRef(false);
  useEffect(() => {
    // What came counts once.
    if (begun.current) return;
    begun.current = true;
    const query = location.search;
    history.replaceState(history.state, '', location.pathname);
    api
      .post<ReturnAnswer>('/api/sso/return', { connection: connectionId, query }, crypto.randomUUID())
      .then((answer) => {
        if (!answer) return enter();
        if (!('proven' in answer)) return setDue(answer);
        new BroadcastChannel(proven).postMessage(true);
        setIsProven(true);
        // Where browsers allow it: it was opened for this.
        window.close();
      })
      .catch((error: unknown) => setProblem(problemWords(toProblem(error))));
  }, [connectionId]);
  if (isProven)
    return (
      <BareCard title={words.proven}>
        <p role="status" className="mb-4 text-body">
          {words.provenLead}
        </p>
        <LinkButton to={paths.root()} weight="secondary" wide>
          {words.home}
        </LinkButton>
      </BareCard>
    );
  if (due)
    return (
      <Suspense fallback={<BareCard title={words.returning} />}>
        <SecondStepCard due={due} onDone={enter} onAgain={() => location.assign(paths.signIn())} />
      </Suspense>
    );
  if (problem === null)
    return (
      <BareCard title={words.returning}>
        <Spinner />
      </BareCard>
    );
  return (
    <BareCard title={words.failed}>
      <p role="alert" className="mb-4 text-body">
        {problem}
      </p>
      <LinkButton to={paths.signIn()} wide>
        {words.again}
      </LinkButton>
    </BareCard>
  );
}

import { problemWords } from '../../../kernel/api/problem-words.ts';
import type { ApiProblem } from '../../../kernel/api/problem.ts';
import { paths } from '../../../kernel/paths.ts';
import { useSession } from '../../../kernel/session/session.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useText } from '../text/index.ts';

/** Why there is nothing to rate: the link is no good, too late, not for this visitor, or the answer never came. */
export function NotOpen({
  problem,
  asked,
  busy,
  onAgain,
}: {
  problem: ApiProblem;
  /** The question somebody signed in was asked. */
  asked: string | undefined;
  busy: boolean;
  onAgain: () => Promise<void>;
}) {
  const words = useText();
  const visitor = useSession() === null;
  const elsewhere = (
    <LinkButton wide weight="secondary" to={paths.contact()}>
      {words.contact}
    </LinkButton>
  );
  if (problem.code === 'rating_expired')
    return (
      <Notice title={words.expiredTitle} lead={words.expired}>
        {elsewhere}
      </Notice>
    );
  if (asked && visitor && problem.status === 404)
    return (
      <Notice title={words.signInTitle} lead={words.signInLead}>
        <LinkButton wide to={paths.signIn(paths.rating(asked))}>
          {words.signIn}
        </LinkButton>
      </Notice>
    );
  if (problem.status === 404)
    return (
      <Notice title={words.unknownTitle} lead={words.unknown}>
        {elsewhere}
      </Notice>
    );
  return (
    <Notice title={words.unansweredTitle} lead={problemWords(problem)}>
      <Button wide icon="refresh" busy={busy} onClick={() => void onAgain()}>
        {words.again}
      </Button>
    </Notice>
  );
}

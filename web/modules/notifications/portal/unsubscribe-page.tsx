import { useState } from 'react';
import { problemWords } from '../../../kernel/api/problem-words.ts';
import { api } from '../../../kernel/api/client.ts';
import { fragmentToken, useSearch } from '../../../kernel/pages/search.ts';
import { paths } from '../../../kernel/paths.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { BareCard } from '../../identity/portal/bare-card.tsx';
import { useText } from '../text/index.ts';
import { useStopText } from '../text/stop.ts';

/** Where the link at the foot of a mail leads; nothing happens before the button, since mail scanners open links too. */
export function Page() {
  const { leave } = useText();
  const stop = useStopText();
  const copied = useSearch().get('copied') !== null;
  const words = copied ? { ...leave, ...stop } : leave;
  const [token] = useState(fragmentToken);
  const [state, setState] = useState<'asking' | 'done' | 'broken'>(token ? 'asking' : 'broken');
  const act = useAct(
    (_: void, key) => api.post<void>(`/api/unsubscribe/${encodeURIComponent(token!)}`, {}, key),
    {
      done: () => setState('done'),
      failed: (problem) =>
        problem.code === 'not_found'
          ? setState('broken')
          : toast({ words: problemWords(problem), tone: 'danger' }),
    },
  );
  // Without an account there is nothing else to choose.
  const choices = copied ? null : (
    <LinkButton wide weight="secondary" to={paths.notificationPreferences()}>
      {words.change}
    </LinkButton>
  );
  if (state === 'asking') {
    return (
      <BareCard title={words.title} lead={words.lead}>
        <Button wide busy={act.busy} onClick={() => void act.run()}>
          {words.act}
        </Button>
      </BareCard>
    );
  }
  return (
    <div role="status">
      {state === 'done' ? (
        <BareCard title={words.doneTitle} lead={words.done}>
          {choices}
        </BareCard>
      ) : (
        <BareCard title={words.brokenTitle} lead={words.broken}>
          {choices}
        </BareCard>
      )}
    </div>
  );
}

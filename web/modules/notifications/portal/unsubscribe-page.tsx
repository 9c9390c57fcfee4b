import { useState } from 'react';
import { problemWords } from '../../../kernel/api/problem-words.ts';
import { api } from '../../../kernel/api/client.ts';
import { fragmentToken } from '../../../kernel/pages/search.ts';
import { paths } from '../../../kernel/paths.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { BareCard } from '../../identity/portal/bare-card.tsx';
import { useText } from '../text/index.ts';

/** Where the link at the foot of a mail leads; nothing happens before the button, since mail scanners open links too. */
export function Page() {
  const { leave: words } = useText();
  const [token] = useState(fragmentToken);
  const [state, setState] = useState<'asking' | 'done' | 'broken'>(token ? 'asking' : 'broken');
  const leave = useAct(
    (_: void, key) => api.post<void>(`/api/unsubscribe/${encodeURIComponent(token!)}`, {}, key),
    {
      done: () => setState('done'),
      failed: (problem) =>
        problem.code === 'not_found'
          ? setState('broken')
          : toast({ words: problemWords(problem), tone: 'danger' }),
    },
  );
  const choices = (
    <LinkButton wide weight="secondary" to={paths.notificationPreferences()}>
      {words.change}
    </LinkButton>
  );
  if (state === 'asking') {
    return (
      <BareCard title={words.title} lead={words.lead}>
        <Button wide busy={leave.busy} onClick={() => void leave.run()}>
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

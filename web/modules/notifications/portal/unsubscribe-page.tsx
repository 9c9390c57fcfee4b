import { useEffect, useState } from 'react';
import { problemWords } from '../../../kernel/api/problem-words.ts';
import { api } from '../../../kernel/api/client.ts';
import { useHead } from '../../../kernel/pages/head.ts';
import { usePosted } from '../../../kernel/pages/posted.ts';
import { fragmentToken, useSearch } from '../../../kernel/pages/search.ts';
import { type Path, paths } from '../../../kernel/paths.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { inputClass } from '../../../ui/field.tsx';
import { BareCard } from '../../identity/portal/bare-card.tsx';
import { useText } from '../text/index.ts';
import { useStopText } from '../text/stop.ts';

/**
 * Where the link at the foot of a mail leads; nothing happens before the button, since mail scanners open links too. What stands behind the
 * '#' is never sent by itself: without script the link is pasted into the form.
 */
export function Page() {
  const { leave } = useText();
  const stop = useStopText();
  const copied = useSearch().get('copied') !== null;
  const words = copied ? { ...leave, ...stop } : leave;
  const here = `/unsubscribe${copied ? '?copied=1' : ''}`;
  const posted = usePosted<{ link: string }>('/unsubscribe' as Path);
  const [token, setToken] = useState<string | null>(null);
  const [state, setState] = useState<'asking' | 'done' | 'broken'>(posted?.answer ? 'done' : 'asking');
  useEffect(() => {
    const found = fragmentToken();
    if (found) setToken(found);
    else if (!posted) setState('broken');
  }, [posted]);
  useHead({ title: words.title, description: words.lead, hidden: true });
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
        <form
          method="post"
          action={here}
          onSubmit={(event) => {
            event.preventDefault();
            if (token) void act.run();
          }}
        >
          {posted?.problem && (
            <p role="alert" className="mb-4 text-body text-danger">
              {words.broken}
            </p>
          )}
          <noscript>
            <label className="mb-4 block text-body font-medium">
              {stop.link}
              <input
                name="link"
                defaultValue={posted?.asked.link}
                autoComplete="off"
                className={`${inputClass} mt-1 w-full`}
              />
            </label>
          </noscript>
          <Button wide type="submit" busy={act.busy}>
            {words.act}
          </Button>
        </form>
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

import { useState } from 'react';
import type { TriedRule, TryBody } from '../../../../server/modules/automation/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useAct } from '../../../kernel/query/use-act.ts';
import { Button } from '../../../ui/button.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';

/** Which tickets it would have been about, before it runs. */
export function TryRule({ when }: { when: TryBody }) {
  const { rules: words, acts } = useText();
  const [tried, setTried] = useState<TriedRule | null>(null);
  const act = useAct(
    (body: TryBody, key) => api.post<TriedRule>('/api/console/ticket-rules/try', body, key),
    {
      done: setTried,
    },
  );
  return (
    <div>
      <Button weight="secondary" icon="eye" busy={act.busy} onClick={() => void act.run(when)}>
        {words.try}
      </Button>
      <div role="status" className="text-13">
        {tried && (
          <>
            <p className="mt-3 font-medium">{words.tried(tried.matched, tried.looked)}</p>
            <p className="text-muted">{words.triedHint}</p>
            {when.gives && <p className="text-muted">{words.triedGives}</p>}
            <ul className="mt-2 flex flex-col gap-1">
              {tried.items.map(({ id, number, subject, at, would }) => (
                <li key={`${id} ${at}`} className="flex flex-wrap gap-x-2">
                  <Link to={consolePaths.ticket(id)} className="min-h-6">
                    #{number} {subject}
                  </Link>
                  <span className="text-muted">
                    <Time value={at} />
                  </span>
                  {would && (
                    <span className="w-full text-muted">{acts.gives(would.outcome, would.name ?? '')}</span>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  );
}

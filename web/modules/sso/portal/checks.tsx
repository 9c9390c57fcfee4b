import { useState } from 'react';
import type { SsoCheck } from '../../../../server/modules/sso/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { useText } from '../text/index.ts';

const tones = { good: 'good', bad: 'danger', note: 'neutral' } as const;

/** Asks the provider about itself, and shows what fits. */
export function Checks() {
  const words = useText();
  const { api: base } = useOrganization();
  const [found, setFound] = useState<SsoCheck['checks'] | null>(null);
  const act = useAct((_: undefined, key) => api.post<SsoCheck>(`${base}/sso/check`, undefined, key), {
    done: ({ checks }) => setFound(checks),
  });
  return (
    <Card title={words.check}>
      {found && (
        <ul className="mb-4 divide-y divide-line">
          {found.map(({ what, outcome, detail }) => (
            <li key={`${what} ${detail}`} className="flex items-start justify-between gap-3 py-2 text-body">
              <span className="min-w-0">
                {words.checks[what]}
                {detail && <span className="block text-13 break-words text-muted">{detail}</span>}
              </span>
              <StatusChip tone={tones[outcome]}>{words.outcome[outcome]}</StatusChip>
            </li>
          ))}
        </ul>
      )}
      <Button weight="secondary" busy={act.busy} onClick={() => void act.run(undefined)}>
        {words.check}
      </Button>
    </Card>
  );
}

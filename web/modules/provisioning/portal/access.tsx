import { useState } from 'react';
import { api } from '../../../kernel/api/client.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import type { Ability } from '../../../kernel/session/can.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { useText } from '../text/index.ts';

/** Credentials, shown on demand and kept nowhere: leaving the page forgets them. */
export function Access({ url, can }: { url: string; can: Ability }) {
  const { access: words } = useText();
  const [shown, setShown] = useState<Record<string, unknown> | null>(null);
  const reveal = useAct(() => api.get<{ credentials: Record<string, unknown> }>(url), {
    done: ({ credentials }) => setShown(credentials),
  });
  return (
    <Card title={words.title}>
      {shown && (
        <div className="mb-3">
          <DefinitionList
            facts={Object.entries(shown).map(([name, value]) => ({
              term: words.names[name] ?? name,
              value: <Secret name={words.names[name] ?? name} value={value} />,
            }))}
          />
        </div>
      )}
      <div className="flex flex-col gap-2 sm:flex-row sm:items-center">
        <Button
          weight="secondary"
          icon={shown ? 'eyeOff' : 'key'}
          busy={reveal.busy}
          reason={can === true ? null : reasonWords(can.no)}
          onClick={() => (shown ? setShown(null) : void reveal.run(undefined))}
        >
          {shown ? words.hide : words.reveal}
        </Button>
        {can === true && <p className="text-13 text-muted">{words.hint}</p>}
      </div>
    </Card>
  );
}

function Secret({ name, value }: { name: string; value: unknown }) {
  const plain = typeof value === 'string' ? value : JSON.stringify(value);
  return (
    <span className="-my-2 inline-flex items-center gap-1">
      <code className="text-14 font-medium">{plain}</code>
      <CopyButton value={plain} what={name} />
    </span>
  );
}

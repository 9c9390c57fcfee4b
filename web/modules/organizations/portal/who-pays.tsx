import { useState } from 'react';
import type { Group } from '../../../../server/modules/home/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { PayerChoice } from '../payer-choice.tsx';
import { useText } from '../text/index.ts';

type Item = Group['items'][number];

/** For which of the organizations right below this one pays, and changing that. */
export function WhoPays({ items }: { items: readonly Item[] }) {
  const { group: words } = useText();
  const organization = useOrganization();
  const [chosen, setChosen] = useState<Item | null>(null);
  const children = items.filter(({ parent }) => parent === organization.id);
  if (children.length === 0) return null;
  return (
    <Card title={words.payer} flush>
      <ul className="divide-y divide-line">
        {children.map((child) => (
          <li key={child.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 sm:px-5">
            <span className="min-w-0 grow basis-48 text-body">
              <span className="block font-medium break-words">{child.name}</span>
              <span className="block text-13 text-muted">
                {child.pays === 'parent' ? words.paysFor(organization.name) : words.paysItself}
              </span>
            </span>
            <Button weight="secondary" onClick={() => setChosen(child)}>
              {words.changePayer}
              <span className="sr-only"> · {child.name}</span>
            </Button>
          </li>
        ))}
      </ul>
      {chosen && <ChoosePayer child={chosen} onClose={() => setChosen(null)} />}
    </Card>
  );
}

function ChoosePayer({ child, onClose }: { child: Item; onClose: () => void }) {
  const { group: words } = useText();
  const { api: base, name } = useOrganization();
  const [pays, setPays] = useState(child.pays);
  const choose = useAct(() => api.put(`${base}/children/${child.id}/payer`, { pays }), {
    refresh: [`${base}/group`],
    done: () => {
      onClose();
      toast({ words: words.payerSaved });
    },
  });
  return (
    <Dialog open onClose={onClose} title={words.payerOf(child.name)}>
      <PayerChoice parent={name} value={pays} onValue={setPays} />
      <Button
        wide
        busy={choose.busy}
        onClick={() => (pays === child.pays ? onClose() : void choose.run(undefined))}
      >
        {pays === 'parent' ? words.payVerb(child.name) : words.leaveVerb(child.name)}
      </Button>
    </Dialog>
  );
}

import { useState } from 'react';
import type { Client } from '../../../../server/modules/organizations/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { Finder, type Found } from '../../../kernel/forms/finder.tsx';
import { useAct } from '../../../kernel/query/use-act.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useText } from '../text/index.ts';
import type { ClientDetail } from './client-detail.ts';
import { PayerChoice } from '../payer-choice.tsx';

type Place = { parent: { id: string; name: string } | null; pays: 'itself' | 'parent' };

/** Puts a client below another, or on its own: first where, then what happens, then it is done. */
export function MoveClient({ client, onClose }: { client: ClientDetail; onClose: () => void }) {
  const { group: words } = useText();
  const [place, setPlace] = useState<Place>({ parent: client.parent, pays: client.pays });
  const [asking, setAsking] = useState(false);
  const { parent } = place;
  const title = !asking
    ? words.where
    : parent
      ? words.moveTitle(client.name, parent.name)
      : words.aloneTitle(client.name);
  return (
    <Dialog open onClose={onClose} title={title}>
      {asking ? (
        <Effects client={client} place={place} onBack={() => setAsking(false)} onDone={onClose} />
      ) : (
        <>
          <Finder<Client>
            name="parent"
            label={words.findParent}
            hint={words.findParentHint}
            words={{ change: words.another, none: words.noneFound }}
            url="/api/console/clients"
            read={foundOf}
            chosen={parent && { ...parent, detail: '' }}
            error={undefined}
            onChoose={(row) => setPlace({ parent: row, pays: 'itself' })}
          />
          {parent && (
            <PayerChoice
              parent={parent.name}
              value={place.pays}
              onValue={(pays) => setPlace({ ...place, pays })}
            />
          )}
          <Button
            wide
            reason={parent?.id === client.parent?.id ? (parent ? parent.name : words.nobody) : null}
            onClick={() => setAsking(true)}
          >
            {parent ? words.look : words.ownFeet}
          </Button>
        </>
      )}
    </Dialog>
  );
}

const foundOf = ({ id, name, billingEmail }: Client): Found => ({ id, name, detail: billingEmail });

function Effects({
  client,
  place: { parent, pays },
  onBack,
  onDone,
}: {
  client: ClientDetail;
  place: Place;
  onBack: () => void;
  onDone: () => void;
}) {
  const { group: words } = useText();
  const move = useAct(
    () => api.put(`/api/console/clients/${client.id}/parent`, { parent: parent?.id ?? null, pays }),
    {
      refresh: ['/api/console/clients'],
      done: () => {
        onDone();
        toast({ words: words.moved(client.name) });
      },
    },
  );
  const effects = [
    client.parent && words.losesAbove(client.parent.name),
    parent ? words.gainsAbove(parent.name) : words.needsOwnOwner,
    client.children.length > 0 && words.takesBelow,
    `${words.payer}: ${pays === 'parent' && parent ? parent.name : client.name}. ${words.payerEffect}`,
    words.staysWritten,
  ].filter((effect) => typeof effect === 'string');
  return (
    <>
      <ul className="flex list-disc flex-col gap-2 ps-5 text-body">
        {effects.map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        <Button weight="secondary" onClick={onBack}>
          {words.back}
        </Button>
        <Button busy={move.busy} onClick={() => void move.run({})}>
          {parent ? words.moveVerb : words.aloneVerb}
        </Button>
      </div>
    </>
  );
}

import { useState } from 'react';
import type { ClientTicketDetail } from '../../../../../server/modules/support/contract.ts';
import { api } from '../../../../kernel/api/client.ts';
import { consolePaths } from '../../../../kernel/console-paths.ts';
import { Link } from '../../../../kernel/pages/link.tsx';
import { useAct } from '../../../../kernel/query/use-act.ts';
import { toast } from '../../../../kernel/toast.ts';
import { Button } from '../../../../ui/button.tsx';
import { Card } from '../../../../ui/card.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { useText } from '../../text/desk.ts';
import { useFamilyText } from '../../text/desk-family.ts';
import { useChangeMany } from '../many/use-change-many.ts';
import { openOnes } from './open-ones.ts';

type One = ClientTicketDetail['children'][number];

/** The ticket above this one or those below it; asks what becomes of those when this one is done. */
export function FamilyCard({ ticket, url }: { ticket: ClientTicketDetail; url: string }) {
  const words = useFamilyText();
  const { parent, children } = ticket;
  const works = ticket.can.work === true;
  const takeOut = useAct(() => api.put(`${url}/parent`, { number: null }), {
    refresh: ['/api/console/tickets'],
    done: () => toast({ words: words.takenOut }),
  });
  if (!parent && children.length === 0) return null;
  return (
    <Card title={words.title}>
      {parent && (
        <>
          <p className="text-13 text-muted">{words.parent}</p>
          <Entry one={parent} />
          {works && (
            <Button weight="quiet" busy={takeOut.busy} onClick={() => void takeOut.run(undefined)}>
              {words.takeOut}
            </Button>
          )}
        </>
      )}
      {children.length > 0 && (
        <>
          <p className="text-13 text-muted">{words.children}</p>
          <ul className="mt-1 flex flex-col gap-1.5">
            {children.map((one) => (
              <li key={one.id}>
                <Entry one={one} />
              </li>
            ))}
          </ul>
        </>
      )}
      {works && <AskForChildren ticket={ticket} />}
    </Card>
  );
}

function Entry({ one }: { one: One }) {
  const { number, deskStates } = useText();
  return (
    <span className="block text-body">
      <Link to={consolePaths.ticket(one.id)}>{`${number(one.number)} ${one.subject}`}</Link>{' '}
      <span className="text-13 whitespace-nowrap text-muted">· {deskStates[one.status]}</span>
    </span>
  );
}

/** Once the parent is solved or closed, those that are open may follow it. */
function AskForChildren({ ticket }: { ticket: ClientTicketDetail }) {
  const words = useFamilyText();
  const { deskStates } = useText();
  const [before, setBefore] = useState(ticket.status);
  const [asking, setAsking] = useState(false);
  const change = useChangeMany(() => setAsking(false));
  const open = openOnes(ticket.children);
  const { status } = ticket;
  const done = status === 'resolved' || status === 'closed';
  if (before !== status) {
    setBefore(status);
    setAsking(done && open.length > 0);
  }
  return (
    <Dialog
      open={asking && done && open.length > 0}
      onClose={() => setAsking(false)}
      title={words.ask(open.length)}
    >
      <p className="text-body">{words.askLead(deskStates[status])}</p>
      <div className="mt-4 flex flex-wrap justify-end gap-2">
        <Button weight="secondary" onClick={() => setAsking(false)}>
          {words.askNot}
        </Button>
        <Button
          busy={change.busy}
          onClick={() => done && void change.run({ tickets: open.map(({ id }) => id), status })}
        >
          {words.askDo(open.length)}
        </Button>
      </div>
    </Dialog>
  );
}

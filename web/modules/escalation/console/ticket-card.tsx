import { useState } from 'react';
import type { Escalation, TicketEscalations } from '../../../../server/modules/escalation/contract.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { marked } from '../../../kernel/palette/letters.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';
import { EscalateForm } from './escalate-form.tsx';
import { EscalationActs } from './escalation-acts.tsx';
import { EscalationState } from './escalation-state.tsx';
import { History } from './history.tsx';

/** Beside a ticket: to whom it was raised, what rules will do, and raising it by hand. */
export function Part({ ticketId }: { ticketId: string }) {
  const { card: words, acts } = useText();
  const url = `/api/console/tickets/${ticketId}/escalations`;
  const { data } = useSideData<TicketEscalations>(url, { facts: 'escalation.', subject: ticketId });
  const [dialog, setDialog] = useState<'escalate' | 'history' | null>(null);
  if (!data) return null;
  const open = data.items.filter(({ state }) => state !== 'cleared');
  const close = () => setDialog(null);
  return (
    <Card
      title={words.title}
      aside={
        data.items.length > 0 && (
          <button
            type="button"
            className="min-h-9 cursor-pointer text-accent-text underline underline-offset-2"
            onClick={() => setDialog('history')}
          >
            {words.history}
          </button>
        )
      }
    >
      <div className="flex flex-col gap-3">
        {open.length === 0 && <p className="text-13 text-muted">{words.none}</p>}
        {open.map((one) => (
          <Open key={one.id} one={one} />
        ))}
        {open.length === 0 &&
          data.armed.slice(0, 1).map(({ rule, level, at }) => (
            <p key={rule} className="text-13 text-muted">
              {words.armed(rule, level)} <Time value={at} style="dateTime" />
            </p>
          ))}
        {data.can.escalate === true && (
          <Button
            weight="secondary"
            icon="up"
            className="self-start"
            onClick={() => setDialog('escalate')}
            {...marked('E', acts.escalate)}
          >
            {acts.escalate}
          </Button>
        )}
      </div>
      <Dialog open={dialog === 'escalate'} onClose={close} title={acts.escalateTitle}>
        <EscalateForm url={url} above={Math.max(-1, ...open.map(({ level }) => level))} onDone={close} />
      </Dialog>
      <Dialog open={dialog === 'history'} onClose={close} title={words.title} wide>
        <History items={data.items} />
      </Dialog>
    </Card>
  );
}

function Open({ one }: { one: Escalation }) {
  const { card: words, level, list } = useText();
  return (
    <div className="flex flex-col items-start gap-1.5 text-13">
      <span className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{level(one.level)}</span>
        <EscalationState of={one} />
      </span>
      <span className="break-words">
        {one.rule ?? `${words.by(one.raisedBy ?? '')}: ${one.reason ?? ''}`}
      </span>
      {one.ackDueAt && (
        <span className="text-muted">
          {list.ackBy} <Time value={one.ackDueAt} style="dateTime" />
        </span>
      )}
      {one.acknowledgedBy && <span className="text-muted">{one.acknowledgedBy}</span>}
      {one.problem && (
        <span className="text-danger">
          {words.problem} {reasonWords(one.problem)}
        </span>
      )}
      <EscalationActs of={one} lettered />
    </div>
  );
}

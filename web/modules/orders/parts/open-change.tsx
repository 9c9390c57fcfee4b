import type { ServiceChange, ServiceChanges } from '../../../../server/modules/orders/change-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import type { Path } from '../../../kernel/paths.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { useText } from '../text/change.ts';
import { ChangeLines } from './change-lines.tsx';
import { DecideOnChange } from './decide-on-change.tsx';

/** A change that has not been made: what it is, what it waits for, and what can be done about it. */
export function OpenChange({ change, url, pay }: { change: ServiceChange; url: string; pay: Path | null }) {
  const words = useText();
  const format = useFormat();
  const cancel = useAct(
    (_: undefined, key) => api.post<ServiceChanges>(`${url}/changes/${change.id}/cancel`, undefined, key),
    { refresh: [url], done: () => toast({ words: change.after ? words.takenBack : words.endTakenBack }) },
  );
  const { state, after, can, lines, total, expiresAt, askedBy, ending } = change;
  const waits = state === 'awaiting_approval';
  const title = after ? words.open[state]?.(format.words(after.names)) : words.openEnd;
  const decides = can.approve === true;
  const why = can.cancel === true ? null : reasonWords(can.cancel.no);
  return (
    <div className="flex flex-col gap-3">
      <p className="text-body font-medium">
        {title}
        {state === 'scheduled' && ` ${words.on(format.date(change.effectiveOn))}`}
      </p>
      {lines.length > 0 && <ChangeLines lines={lines} />}
      {ending?.note && <p className="text-body whitespace-pre-line">“{ending.note}”</p>}
      {state === 'awaiting_payment' && expiresAt && (
        <p className="text-13 text-muted">{words.until(format.date(expiresAt))}</p>
      )}
      {waits && (
        <p className="text-13 text-muted">
          {[askedBy && words.by(askedBy), expiresAt && words.decideBy(format.date(expiresAt))]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      {waits && !after && <p className="text-13 text-muted">{words.endMoves}</p>}
      <div className="flex flex-wrap gap-2">
        {pay && <LinkButton to={pay}>{words.payAct(format.money(total))}</LinkButton>}
        {decides ? (
          <DecideOnChange change={change} url={url} />
        ) : (
          <Button
            weight="secondary"
            busy={cancel.busy}
            reason={why}
            onClick={() => void cancel.run(undefined)}
          >
            {after ? words.takeBack : words.takeEndBack}
          </Button>
        )}
      </div>
    </div>
  );
}

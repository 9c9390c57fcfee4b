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

type Act = 'cancel' | 'approve' | 'decline';

/** A change that has not been made: what it is, what it waits for, and what can be done about it. */
export function OpenChange({ change, url, pay }: { change: ServiceChange; url: string; pay: Path | null }) {
  const words = useText();
  const format = useFormat();
  const act = useAct(
    (what: Act, key) => api.post<ServiceChanges>(`${url}/changes/${change.id}/${what}`, undefined, key),
    {
      refresh: [url],
      done: ({ items }) => {
        const now = items.find(({ id }) => id === change.id);
        toast({
          words:
            now?.state !== 'canceled'
              ? words.approved
              : now.whyCanceled === 'declined'
                ? words.declined
                : words.takenBack,
        });
      },
    },
  );
  const { state, after, can, lines, total, expiresAt, askedBy } = change;
  const title = words.open[state]?.(format.words(after?.names ?? change.before.names));
  const decides = can.approve === true;
  const why = can.cancel === true ? null : reasonWords(can.cancel.no);
  return (
    <div className="flex flex-col gap-3">
      <p className="text-body font-medium">
        {title}
        {state === 'scheduled' && ` ${words.on(format.date(change.effectiveOn))}`}
      </p>
      {lines.length > 0 && <ChangeLines lines={lines} />}
      {state === 'awaiting_payment' && expiresAt && (
        <p className="text-13 text-muted">{words.until(format.date(expiresAt))}</p>
      )}
      {state === 'awaiting_approval' && askedBy && <p className="text-13 text-muted">{words.by(askedBy)}</p>}
      <div className="flex flex-wrap gap-2">
        {pay && <LinkButton to={pay}>{words.payAct(format.money(total))}</LinkButton>}
        {decides && (
          <>
            <Button busy={act.busy} onClick={() => void act.run('approve')}>
              {words.approve(format.money(total))}
            </Button>
            <Button weight="secondary" busy={act.busy} onClick={() => void act.run('decline')}>
              {words.decline}
            </Button>
          </>
        )}
        {!decides && (
          <Button weight="secondary" busy={act.busy} reason={why} onClick={() => void act.run('cancel')}>
            {words.takeBack}
          </Button>
        )}
      </div>
    </div>
  );
}

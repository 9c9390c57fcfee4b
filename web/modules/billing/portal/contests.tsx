import { Suspense, useState } from 'react';
import type { Contests } from '../../../../server/modules/billing/contest-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { toast } from '../../../kernel/toast.ts';
import { whenLoaded } from '../../../kernel/when-loaded.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { contestLooks } from '../shared/contest-looks.ts';
import { useContestText } from '../text/contest.ts';

const ConfirmDialog = whenLoaded(async () => (await import('../../../ui/confirm-dialog.tsx')).ConfirmDialog);

/** On a contested invoice: what was said against it, and what we answered. */
export function Contests({ invoiceId, onAgain }: { invoiceId: string; onAgain: () => void }) {
  const words = useContestText();
  const format = useFormat();
  const { api: base, to } = useOrganization();
  const url = `${base}/invoices/${invoiceId}/contests`;
  const { data } = useSideData<Contests>(url, 'billing.');
  const [withdrawing, setWithdrawing] = useState(false);
  const may = useCan('billing.invoice.contest');
  const withdraw = useAct((body: object, key) => api.post<Contests>(`${url}/withdraw`, body, key), {
    refresh: [`${base}/invoices`],
    done: () => {
      setWithdrawing(false);
      toast({ words: words.withdrawn });
    },
  });
  if (!data) return null;
  return (
    <Card title={words.title} className="no-print">
      <ul className="divide-y divide-line text-body">
        {data.items.map((item) => (
          <li key={item.id} className="py-3 first:pt-0 last:pb-0">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <p className="font-medium">{words.reasons[item.reason]}</p>
              <StatusChip {...contestLooks[item.state]}>{words.states[item.state]}</StatusChip>
            </div>
            <p className="text-13 text-muted">
              {format.dateTime(item.openedAt)}
              {item.lines.length > 0 && ` · ${item.lines.map((line) => format.words(line)).join(', ')}`}
            </p>
            <p className="mt-1 break-words whitespace-pre-line">{item.message}</p>
            {item.state === 'open' && (
              <p className="mt-1 text-13 text-muted">
                {item.holdsUntil ? words.until(format.date(item.holdsUntil)) : words.rests}
              </p>
            )}
            {item.answer !== '' && (
              <p className="mt-2 break-words whitespace-pre-line">
                <span className="font-medium">{words.answer}:</span> {item.answer}
              </p>
            )}
            {item.creditNote && (
              <Link to={to.creditNote(item.creditNote.id)}>
                {words.creditNote(item.creditNote.number ?? '')}
              </Link>
            )}
          </li>
        ))}
      </ul>
      {may && (data.can.contest === true || data.can.withdraw === true) && (
        <div className="mt-3 flex flex-wrap items-center gap-3">
          {data.can.contest === true && (
            <Button weight="secondary" onClick={onAgain}>
              {words.again}
            </Button>
          )}
          {data.can.withdraw === true && (
            <>
              <Button weight="secondary" onClick={() => setWithdrawing(true)}>
                {words.withdraw}
              </Button>
              <Link to={to.newTicket({ invoice: invoiceId })}>{words.files}</Link>
            </>
          )}
        </div>
      )}
      {withdrawing && (
        <Suspense fallback={null}>
          <ConfirmDialog
            open
            onClose={() => setWithdrawing(false)}
            title={words.withdrawTitle}
            effect={words.withdrawEffect}
            verb={words.withdraw}
            busy={withdraw.busy}
            onConfirm={() => void withdraw.run({})}
          />
        </Suspense>
      )}
    </Card>
  );
}

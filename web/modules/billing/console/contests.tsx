import { Suspense, useState } from 'react';
import type { StaffContest } from '../../../../server/modules/billing/contest-contract.ts';
import { consolePaths as to } from '../../../kernel/console-paths.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { whenLoaded } from '../../../kernel/when-loaded.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { contestLooks } from '../shared/contest-looks.ts';
import { useDeskContestText } from '../text/desk-contest.ts';

const Decide = whenLoaded(async () => (await import('./decide-contest.tsx')).DecideContest);

/** On an invoice in the console: what the client says against it, and the decision. */
export function Part({ invoiceId }: { invoiceId: string }) {
  const words = useDeskContestText();
  const format = useFormat();
  const { data } = useSideData<{ items: StaffContest[] }>(
    `/api/console/contests?invoice=${invoiceId}`,
    'billing.',
  );
  const may = useCan('billing.credit-notes.issue');
  const [deciding, setDeciding] = useState<'uphold' | 'reject' | null>(null);
  if (!data || data.items.length === 0) return null;
  const open = data.items.find(({ state }) => state === 'open');
  return (
    <Card title={words.section}>
      <ul className="divide-y divide-line text-body">
        {data.items.map((item) => (
          <li key={item.id} className="py-2 first:pt-0 last:pb-0">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <p className="font-medium">{words.reasons[item.reason]}</p>
              <StatusChip {...contestLooks[item.state]}>{words.states[item.state]}</StatusChip>
            </div>
            <p className="text-13 text-muted">
              {words.by(item.openedBy.name, format.dateTime(item.openedAt))}
              {item.lines.length > 0 && ` · ${item.lines.map((line) => format.words(line)).join(', ')}`}
            </p>
            <p className="whitespace-pre-line">{item.message}</p>
            {item.state === 'open' && (
              <p className="text-13 text-muted">
                {item.holdsUntil ? words.until(format.date(item.holdsUntil)) : words.rests}
              </p>
            )}
            {item.answer !== '' && (
              <p className="mt-1 whitespace-pre-line">
                <span className="font-medium">{words.answer}:</span> {item.answer}
                {item.decidedBy && <span className="text-13 text-muted"> · {item.decidedBy.name}</span>}
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
      {open && may && (
        <div className="mt-3 flex flex-wrap gap-2">
          <Button weight="secondary" onClick={() => setDeciding('uphold')}>
            {words.uphold}
          </Button>
          <Button weight="secondary" onClick={() => setDeciding('reject')}>
            {words.reject}
          </Button>
        </div>
      )}
      {open && deciding && (
        <Suspense fallback={null}>
          <Decide how={deciding} contest={open.id} invoiceId={invoiceId} onClose={() => setDeciding(null)} />
        </Suspense>
      )}
    </Card>
  );
}

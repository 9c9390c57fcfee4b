import { useState } from 'react';
import type {
  ChangePreview,
  ServiceChange,
  ServiceChanges,
} from '../../../../server/modules/orders/change-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { problemWords, reasonWords } from '../../../kernel/api/problem-words.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useAnswer } from '../../../kernel/query/use-answer.ts';
import { toast } from '../../../kernel/toast.ts';
import { queryClient } from '../../../kernel/query/client.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { useText } from '../text/change.ts';
import { ChangeLines } from './change-lines.tsx';

/** Milliseconds: a quote holds for a quarter of an hour, and is asked for anew well before. */
const freshFor = 10 * 60_000;

/** What an end comes to now, before it is approved: exactly that is billed. */
export function ApproveEnd({
  change,
  url,
  onDone,
}: {
  change: ServiceChange;
  url: string;
  onDone: () => void;
}) {
  const words = useText();
  const format = useFormat();
  const [stale, setStale] = useState(false);
  const one = `${url}/changes/${change.id}`;
  const { answer: now, problem } = useAnswer<ChangePreview>(`${one}/preview`, {}, freshFor);
  const approve = useAct((quote: string, key) => api.post<ServiceChanges>(`${one}/approve`, { quote }, key), {
    refresh: [url],
    done: () => {
      onDone();
      toast({ words: words.endApproved });
    },
    failed: (why) => {
      setStale(why.code === 'quote_stale');
      if (why.code !== 'quote_stale') return toast({ words: problemWords(why), tone: 'danger' });
      void queryClient.invalidateQueries({ queryKey: [`${one}/preview`] });
    },
  });
  if (problem) return <Banner tone="danger" title={problemWords(problem)} />;
  if (!now) return <p className="text-body text-muted">{words.checking}</p>;
  const moved = now.total.amount !== change.total.amount;
  return (
    <div className="flex flex-col gap-4">
      {stale && <Banner tone="attention" title={words.stale} />}
      <p className="text-body text-muted">{words.endsNow}</p>
      <ChangeLines lines={now.lines} tax={now.tax} />
      {now.leaving && <p className="text-13 text-muted">{format.words(now.leaving.why)}</p>}
      <dl className="flex flex-col gap-1 border-t border-line pt-3 text-body">
        <Sum term={words.toPay} value={now.total} />
        {now.credit.amount > 0 && <Sum term={words.comesBack} value={now.credit} />}
        {moved && <Sum term={words.whenAsked} value={change.total} quiet />}
      </dl>
      <Button
        weight="destructive"
        wide
        busy={approve.busy}
        reason={now.needsApproval ? reasonWords('beyond_your_limit') : null}
        onClick={() => void approve.run(now.quote)}
      >
        {words.approveEnd(format.money(now.total))}
      </Button>
    </div>
  );
}

function Sum({ term, value, quiet }: { term: string; value: ChangePreview['total']; quiet?: boolean }) {
  return (
    <div className={`flex justify-between gap-3 ${quiet ? 'text-13 text-muted' : 'font-medium'}`}>
      <dt>{term}</dt>
      <dd>
        <MoneyText value={value} />
      </dd>
    </div>
  );
}

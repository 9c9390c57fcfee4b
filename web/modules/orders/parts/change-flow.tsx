import { useEffect, useState } from 'react';
import type {
  ChangeOptions,
  ChangePreview,
  ServiceChange,
  ServiceChanges,
} from '../../../../server/modules/orders/change-contract.ts';
import type { StoreProduct } from '../../../../server/modules/catalog/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { problemWords } from '../../../kernel/api/problem-words.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { queryClient } from '../../../kernel/query/client.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useAnswer } from '../../../kernel/query/use-answer.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { FlowFrame } from '../portal/flow-frame.tsx';
import { type Selection, fit, missingIn } from '../portal/selection.ts';
import { useText as useOrderText } from '../text/index.ts';
import { useText } from '../text/change.ts';
import { ChangeQuestions } from './change-questions.tsx';
import { ChangeSummary } from './change-summary.tsx';

/** Milliseconds: a quote holds for a quarter of an hour, and is asked for anew well before. */
const freshFor = 10 * 60_000;

/** Choosing anew what a service is, with the exact sum always at hand; the button says what it does and for how much. */
export function ChangeFlow({
  options,
  product,
  url,
  desk = false,
  onDone,
}: {
  options: ChangeOptions;
  product: StoreProduct;
  /** Of the service. */
  url: string;
  desk?: boolean;
  onDone: (change: ServiceChange) => void;
}) {
  const words = useText();
  const { flow } = useOrderText();
  const format = useFormat();
  const [now] = useState<Selection>(() => fit(product, options.current));
  const [selection, setSelection] = useState(now);
  const [stale, setStale] = useState(false);
  const missing = missingIn(product, selection);
  // A plan that is not sold any more is none of those to choose from.
  const differs =
    selection.plan !== options.current.plan || JSON.stringify(selection) !== JSON.stringify(now);
  const changes = `${url}/changes`;
  const asked = differs && missing.length === 0 ? { what: 'change', ...selection } : null;
  const previews = `${changes}/preview`;
  const { answer: preview, problem, busy } = useAnswer<ChangePreview>(previews, asked, freshFor);
  const make = useAct((quote: string, key) => api.post<ServiceChanges>(changes, { quote }, key), {
    refresh: [url, url.slice(0, url.lastIndexOf('/'))],
    done: ({ items }) => onDone(items[0]!),
    failed: ({ code }) => {
      if (code !== 'quote_stale') return;
      setStale(true);
      void queryClient.invalidateQueries({ queryKey: [previews] });
    },
  });
  useEffect(() => setStale(false), [selection]);
  const blocked = !differs
    ? words.same
    : missing.length > 0
      ? flow.incomplete(format.list(missing.map((option) => format.words(option.name))))
      : problem && problemWords(problem);
  const figure = preview && (preview.total.amount > 0 ? preview.total : preview.credit);
  return (
    <FlowFrame
      summary={<ChangeSummary preview={preview} busy={busy} desk={desk} />}
      figure={
        figure && figure.amount > 0 ? (
          <>
            <span className="text-muted">{preview.total.amount > 0 ? words.today : words.back}</span>
            <span className="font-bold">
              <MoneyText value={figure} />
            </span>
          </>
        ) : (
          <span className="text-muted">{preview ? words.nothingNow : words.summary}</span>
        )
      }
      act={
        <Button
          wide
          busy={make.busy || busy}
          reason={blocked}
          onClick={() => preview && void make.run(preview.quote)}
        >
          {preview ? verb(preview) : differs ? words.checking : words.act}
        </Button>
      }
    >
      {stale && <Banner tone="attention" title={words.stale} />}
      {problem && problem.code !== 'nothing_changes' && (
        <Banner tone="danger" title={problemWords(problem)} />
      )}
      <ChangeQuestions
        product={product}
        selection={selection}
        onChange={(change) => setSelection((before) => fit(product, { ...before, ...change }))}
      />
    </FlowFrame>
  );

  function verb({ needsApproval, total, credit, when, effectiveOn }: ChangePreview): string {
    const sum = format.money(total);
    if (needsApproval) return words.ask(sum);
    if (when === 'period_end') return words.schedule(format.date(effectiveOn));
    if (total.amount > 0) return desk ? words.staffPay(sum) : words.pay(sum);
    return credit.amount > 0 ? words.credit(format.money(credit)) : words.free;
  }
}

import { useState } from 'react';
import type { StoreProduct } from '../../../../server/modules/catalog/contract.ts';
import type { PlacedOrder, Quote, Terms } from '../../../../server/modules/orders/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { problemWords } from '../../../kernel/api/problem-words.ts';
import type { ApiProblem } from '../../../kernel/api/problem.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { refresh } from '../../../kernel/query/client.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Checkbox } from '../../../ui/choices.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { Chosen } from '../parts/chosen.tsx';
import { useText } from '../text/index.ts';
import { FlowFrame } from './flow-frame.tsx';
import type { Selection } from './selection.ts';
import { Summary } from './summary.tsx';
import { type QuoteState, forgetQuotes } from './use-quote.ts';

interface Props {
  product: StoreProduct;
  selection: Selection;
  quote: QuoteState;
  code: string;
  onCode: (code: string) => void;
  onDone: (order: PlacedOrder, quote: Quote) => void;
}

/** After which the price on screen is not the price any more. */
const stale = ['price_changed', 'out_of_stock', 'promotion_gone'];

/** Everything once more with its exact price; nothing is ordered before the last button. */
export function Review({ product, selection, quote: { quote, problem, busy }, code, onCode, onDone }: Props) {
  const { flow: words } = useText();
  const { api: base, to } = useOrganization();
  const format = useFormat();
  const { terms } = useData<Terms>('/api/terms');
  const [accepted, setAccepted] = useState<number | null>(null);
  const [refusal, setRefusal] = useState<ApiProblem | null>(null);
  const place = useAct(
    (
      body: {
        items: Selection[];
        promotionCode: string;
        expectedTotal: number;
        termsVersion: number | null;
      },
      key,
    ) => api.post<PlacedOrder>(`${base}/orders`, body, key),
    {
      refresh: [`${base}/orders`, `${base}/store`],
      done: (order) => onDone(order, quote!),
      failed: (found) => {
        setRefusal(found);
        if (stale.includes(found.code)) void forgetQuotes(base);
        if (found.code === 'terms_changed') void refresh('/api/terms');
      },
    },
  );
  const agreed = !terms || accepted === terms.version;
  const item = quote?.items[0];
  const wrong = refusal ?? problem;
  const sum = quote ? format.money(quote.total) : '';
  return (
    <FlowFrame
      summary={<Summary {...{ product, selection, quote, busy, code, onCode }} />}
      figure={
        <>
          <span className="text-muted">{words.today}</span>
          <span className="font-bold">{quote && <MoneyText value={quote.total} />}</span>
        </>
      }
      act={
        <Button
          wide
          busy={place.busy || busy}
          reason={agreed ? null : words.acceptFirst}
          onClick={() => {
            if (!quote) return;
            setRefusal(null);
            void place.run({
              items: [selection],
              promotionCode: code,
              expectedTotal: quote.total.amount,
              termsVersion: terms?.version ?? null,
            });
          }}
        >
          {!quote ? words.checking : quote.total.amount > 0 ? words.place(sum) : words.placeFree}
        </Button>
      }
    >
      {wrong && <Banner tone="danger" title={problemWords(wrong)} />}
      <Card
        title={item ? format.words(item.names) : format.words(product.name)}
        aside={<Link to={to.product(product.slug)}>{words.edit}</Link>}
      >
        {item && <Chosen item={item} currency={product.currency} />}
      </Card>
      {(quote?.payBy || terms) && (
        <Card>
          <div className="flex flex-col gap-3">
            {quote?.payBy && <p className="text-body text-muted">{words.payBy(format.date(quote.payBy))}</p>}
            {terms && (
              <AcceptTerms
                terms={terms}
                value={agreed}
                onValue={(on) => setAccepted(on ? terms.version : null)}
              />
            )}
          </div>
        </Card>
      )}
    </FlowFrame>
  );
}

function AcceptTerms({
  terms,
  value,
  onValue,
}: {
  terms: NonNullable<Terms['terms']>;
  value: boolean;
  onValue: (value: boolean) => void;
}) {
  const { flow: words } = useText();
  const format = useFormat();
  const [reading, setReading] = useState(false);
  return (
    <>
      <div className="flex flex-col gap-1">
        <Checkbox name="terms" label={words.terms(terms.version)} value={value} onValue={onValue} />
        <button
          type="button"
          className="min-h-11 cursor-pointer self-start ps-8 text-body text-accent-text underline sm:min-h-9"
          onClick={() => setReading(true)}
        >
          {words.readTerms}
        </button>
      </div>
      <Dialog open={reading} onClose={() => setReading(false)} title={words.termsTitle} wide>
        <p className="max-w-[70ch] text-body whitespace-pre-line">{format.words(terms.text)}</p>
      </Dialog>
    </>
  );
}

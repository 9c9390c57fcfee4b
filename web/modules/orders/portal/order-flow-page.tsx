import { useEffect, useState } from 'react';
import type { StoreProduct } from '../../../../server/modules/catalog/contract.ts';
import type { PlacedOrder, Quote } from '../../../../server/modules/orders/contract.ts';
import { clearDraft, readDraft, writeDraft } from '../../../kernel/forms/draft.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { goTo } from '../../../kernel/pages/link.tsx';
import { useSearch } from '../../../kernel/pages/search.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Steps } from '../../../ui/steps.tsx';
import { useText } from '../text/index.ts';
import { Configure } from './configure.tsx';
import { Placed } from './placed.tsx';
import { Review } from './review.tsx';
import { type Selection, fit, missingIn, startWith } from './selection.ts';
import { useQuote } from './use-quote.ts';

/** What a visitor chose in the public store before signing in, as the address says it. */
function chosenBefore(search: { get(name: string): string | null }): Partial<Selection> {
  const plan = search.get('plan');
  const cycle = search.get('cycle') as Selection['cycle'] | null;
  return { ...(plan && { plan }), ...(cycle && { cycle }) };
}

/** Configure, review, done: the step is in the address, so Back goes back a step and keeps everything. */
export function Page({ product: slug }: { product: string }) {
  const { flow: words } = useText();
  const { api, to, slug: organization } = useOrganization();
  const product = useData<StoreProduct>(`${api}/store/${slug}`);
  const format = useFormat();
  const search = useSearch();
  const step = search.get('step');
  const draft = `order:${organization}:${slug}`;
  const [selection, setSelection] = useState(() =>
    startWith(product, { ...readDraft<Selection>(draft), ...chosenBefore(search) }),
  );
  const [code, setCode] = useState(search.get('code') ?? '');
  const [placed, setPlaced] = useState<{ order: PlacedOrder; quote: Quote } | null>(null);
  const missing = missingIn(product, selection);
  const soldOut = product.left === 0;
  const quote = useQuote(missing.length > 0 || soldOut || placed ? null : selection, code);
  const reviewing = step === 'review' && missing.length === 0;

  useEffect(() => {
    if (!placed) writeDraft(draft, selection);
  }, [draft, selection, placed]);
  // A result that is gone (a reload) is found among the orders.
  const lost = step === 'done' && !placed ? to.orders() : null;
  useEffect(() => {
    if (lost) goTo(lost, { replace: true });
  }, [lost]);

  const now = placed ? 2 : reviewing ? 1 : 0;
  useEffect(() => scrollTo(0, 0), [now]);

  function done(order: PlacedOrder, agreed: Quote) {
    clearDraft(draft);
    setPlaced({ order, quote: agreed });
    goTo(to.product(slug, { step: 'done' }), { replace: true });
  }

  return (
    <>
      <PageHeader
        title={format.words(product.name)}
        lead={now === 0 && format.words(product.description)}
        crumbs={[{ label: words.back, to: to.store() }]}
      />
      {soldOut && !placed ? (
        <EmptyState icon="box" title={format.words(product.name)}>
          {words.soldOut}
        </EmptyState>
      ) : (
        <>
          <Steps
            label={words.label}
            names={[words.steps.configure, words.steps.review, words.steps.done]}
            now={now}
          />
          {placed ? (
            <Placed {...placed} />
          ) : reviewing ? (
            <Review {...{ product, selection, quote, code }} onCode={setCode} onDone={done} />
          ) : (
            <Configure
              product={product}
              selection={selection}
              onChange={(change) => setSelection((before) => fit(product, { ...before, ...change }))}
              quote={quote}
              missing={missing}
              code={code}
              onCode={setCode}
            />
          )}
        </>
      )}
    </>
  );
}

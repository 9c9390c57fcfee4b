import type { StoreProduct } from '../../../../server/modules/catalog/contract.ts';
import type { Quote } from '../../../../server/modules/orders/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Card } from '../../../ui/card.tsx';
import { classes } from '../../../ui/classes.ts';
import { MoneyText } from '../../../ui/money.tsx';
import { CodeField } from './code-field.tsx';
import { useTermWords } from '../../services/shared/term-words.ts';
import { Metered } from '../../usage/shared/metered.tsx';
import { useText } from '../text/index.ts';
import { type Selection, estimate, planOf } from './selection.ts';

interface Props {
  product: StoreProduct;
  selection: Selection;
  /** The exact sums, once they are known. */
  quote: Quote | null;
  busy: boolean;
  /** The promotion's code, and what takes another. */
  code: string;
  onCode: (code: string) => void;
}

/** What it costs: today line by line and to the last rupiah, and what follows. Before that is known, the sum before tax. */
export function Summary({ product, selection, quote, busy, code, onCode }: Props) {
  const { flow: words, metered } = useText();
  const format = useFormat();
  const { charges } = planOf(product, selection).prices.find(({ cycle }) => cycle === selection.cycle) ?? {};
  return (
    <Card title={words.summary}>
      <p className="text-body">
        <span className="font-medium">{format.words(product.name)}</span> ·{' '}
        {format.words(planOf(product, selection).name)}
        {selection.quantity > 1 && ` × ${selection.quantity}`}
      </p>
      <div
        aria-live="polite"
        aria-busy={busy}
        className={classes('transition-opacity', busy && 'opacity-60')}
      >
        {quote ? <Exact quote={quote} /> : <Roughly product={product} selection={selection} />}
      </div>
      {charges && (
        <div className="mt-3">
          <Metered charges={charges} currency={product.currency} words={metered} />
        </div>
      )}
      <CodeField code={code} quote={quote} busy={busy} onCode={onCode} />
    </Card>
  );
}

/** Line by line to the last rupiah, and what follows. */
export function Exact({ quote }: { quote: Quote }) {
  const { flow: words, promotion, per } = useText();
  const { whole, days } = useTermWords();
  const format = useFormat();
  return (
    <>
      {quote.lines.length > 0 && (
        <dl className="mt-3 flex flex-col gap-1.5 border-t border-line pt-3 text-body">
          {quote.lines.map((line) => (
            <Row
              key={line.description.en}
              term={
                <>
                  {format.words(line.description)}
                  {line.period && <span className="block text-13">{days(line.period)}</span>}
                  {line.note && <span className="block text-13">{format.words(line.note)}</span>}
                  {line.discounts.map((each) => (
                    <span key={each.names.en} className="block text-13 text-good">
                      {promotion.off(format.words(each.names), format.money(each.amount))}
                    </span>
                  ))}
                </>
              }
            >
              <MoneyText value={line.net} />
            </Row>
          ))}
          {quote.taxes.map((tax) => (
            <Row key={tax.label.en} term={format.words(tax.label)}>
              <MoneyText value={tax.tax} />
            </Row>
          ))}
        </dl>
      )}
      <p className="mt-3 flex items-baseline justify-between gap-3 border-t border-line pt-3">
        <span className="text-body font-medium">{words.today}</span>
        <span className="text-20 font-bold">
          <MoneyText value={quote.total} />
        </span>
      </p>
      {quote.items.map(
        ({ planId, term }) =>
          term && (
            <p key={planId} className="mt-2 text-13">
              {whole(term, quote.currency)}.
            </p>
          ),
      )}
      {quote.later.map((each) => (
        <p key={each.from} className="mt-1 text-13 text-muted">
          {words.afterwards(format.money(each.total), per[each.cycle], format.date(each.from))}
          {each.afterwards.map((next) =>
            promotion.after(format.money(next.total), per[each.cycle], format.date(next.from)),
          )}
          {quote.payBy && ` (${each.fixed ? words.fixedHint : words.afterwardsHint})`}
        </p>
      ))}
    </>
  );
}

function Roughly({ product, selection }: Pick<Props, 'product' | 'selection'>) {
  const { flow: words, per } = useText();
  const format = useFormat();
  const { recurring, setup } = estimate(product, selection);
  const money = (amount: number) => ({ amount, currency: product.currency });
  return (
    <div className="mt-3 border-t border-line pt-3">
      <p className="flex items-baseline justify-between gap-3">
        <span className="text-body text-muted">{words.beforeTax}</span>
        <span className="text-body">
          <span className="text-20 font-bold">
            <MoneyText value={money(recurring)} />
          </span>{' '}
          {per[selection.cycle]}
        </span>
      </p>
      {setup > 0 && (
        <p className="text-end text-13 text-muted">+ {words.setup(format.money(money(setup)))}</p>
      )}
    </div>
  );
}

function Row({ term, children }: { term: React.ReactNode; children: React.ReactNode }) {
  return (
    <div className="flex justify-between gap-3">
      <dt className="min-w-0 text-muted">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

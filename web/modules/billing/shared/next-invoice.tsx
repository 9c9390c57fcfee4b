import type { NextInvoice as Next } from '../../../../server/modules/billing/next-contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Card } from '../../../ui/card.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { useText } from '../text/next.ts';

/** What the next invoice of a service will be, when, and which part of it is what. */
export function NextInvoice({ next, none }: Next) {
  const words = useText();
  const format = useFormat();
  if (!next) {
    return (
      <Card title={words.title}>
        <p className="text-body text-muted">{none && words.none[none]}</p>
      </Card>
    );
  }
  const {
    issuedOn,
    dueOn,
    period,
    parts,
    part: share,
    quantity,
    usage,
    discounts,
    tax,
    total,
    changed,
    repriced,
    together,
  } = next;
  const many = quantity > 1 ? ` ${words.times(format.number(quantity))}` : '';
  return (
    <Card title={words.title}>
      <p className="text-body">{words.when(format.date(issuedOn), format.date(dueOn))}</p>
      <p className="text-13 text-muted">
        {words.period(format.date(period.from), format.date(period.to))}
        {changed && ` · ${words.changed}`}
        {repriced && ` · ${words.repriced}`}
        {usage.length > 0 && ` · ${words.used}`}
      </p>
      {together > 0 && <p className="text-13 text-muted">{words.together(together)}</p>}
      <dl className="mt-3 flex flex-col gap-1.5 border-t border-line pt-3 text-body">
        {parts.map((part, index) => (
          <Row key={index} term={format.words(part.names)}>
            <MoneyText value={part.price} />
            {many}
          </Row>
        ))}
        {share && (
          <Row term={words.part(format.number(share.days), format.number(share.of))}>
            <MoneyText value={share.price} />
          </Row>
        )}
        {discounts.map((each, index) => (
          <Row key={`off${index}`} term={format.words(each.names)}>
            <MoneyText value={{ ...each.amount, amount: -each.amount.amount }} />
          </Row>
        ))}
        {usage.map((each, index) => (
          <Row key={`use${index}`} term={format.words(each.description)}>
            <MoneyText value={each.amount} />
          </Row>
        ))}
        {tax.amount > 0 && (
          <Row term={words.tax}>
            <MoneyText value={tax} />
          </Row>
        )}
        <div className="mt-1 flex justify-between gap-3 border-t border-line pt-2 font-medium">
          <dt>{together > 0 ? words.totalOfThis : words.total}</dt>
          <dd>
            <MoneyText value={total} />
          </dd>
        </div>
      </dl>
    </Card>
  );
}

function Row({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div className="flex justify-between gap-3">
      <dt className="min-w-0 text-muted">{term}</dt>
      <dd className="shrink-0">{children}</dd>
    </div>
  );
}

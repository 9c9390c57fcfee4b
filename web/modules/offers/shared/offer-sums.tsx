import { Fragment, type ReactNode } from 'react';
import type { Shown } from '../../../../server/modules/offers/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { MoneyText } from '../../../ui/money.tsx';
import { useText } from '../text/index.ts';

/** What an offer comes to, line by line, and what follows. */
export function OfferSums({ shown }: { shown: Shown }) {
  const words = useText();
  const format = useFormat();
  return (
    <>
      <dl className="flex flex-col gap-2 text-body">
        {shown.lines.map((line, index) => (
          <Row
            key={index}
            term={
              <>
                {format.words(line.description)}
                {line.quantity > 1 && (
                  <span className="text-muted">
                    {' '}
                    · {format.number(line.quantity)} × {format.money(line.unitPrice)}
                  </span>
                )}
                {line.discounts.map((each, nth) => (
                  <span key={nth} className="block text-13 text-good">
                    {words.discount(format.words(each.names), format.money(each.amount))}
                  </span>
                ))}
              </>
            }
          >
            <MoneyText value={line.net} />
          </Row>
        ))}
      </dl>
      <dl className="mt-3 flex flex-col gap-1.5 border-t border-line pt-3 text-body">
        <Row term={words.subtotal}>
          <MoneyText value={shown.subtotal} />
        </Row>
        {shown.taxes.map((tax, index) => (
          <Fragment key={index}>
            {tax.share && (
              <Row term={<span className="text-13">{words.base(tax.share)}</span>}>
                <span className="text-13 text-muted">
                  <MoneyText value={tax.base} />
                </span>
              </Row>
            )}
            <Row term={format.words(tax.label)}>
              <MoneyText value={tax.tax} />
            </Row>
          </Fragment>
        ))}
        <div className="mt-1 flex justify-between gap-3 border-t border-line pt-2 text-16 font-bold">
          <dt>{words.total}</dt>
          <dd>
            <MoneyText value={shown.total} />
          </dd>
        </div>
      </dl>
      {shown.later.length > 0 && (
        <ul className="mt-2 text-13 text-muted">
          {shown.later.map((each, index) => (
            <li key={index}>
              {words.later(format.words(each.names), format.money(each.total), words.per[each.cycle])}
              {each.afterwards &&
                words.afterwards(each.afterwards.periods, format.money(each.afterwards.total))}
            </li>
          ))}
        </ul>
      )}
      {shown.terms.length > 0 && (
        <ul className="mt-2 text-13">
          {shown.terms.map((each, index) => (
            <li key={index}>
              <span className="font-medium">{format.words(each.names)}</span>: {format.words(each.words)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Row({ term, children }: { term: ReactNode; children: ReactNode }) {
  return (
    <div className="flex justify-between gap-4">
      <dt className="min-w-0 break-words text-muted">{term}</dt>
      <dd className="shrink-0">{children}</dd>
    </div>
  );
}

import { Fragment } from 'react';
import type { Invoice } from '../../../../server/modules/billing/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { MoneyText } from '../../../ui/money.tsx';
import { useText } from '../text/index.ts';

type Sheet = Omit<Invoice, 'can'>;

/** The invoice as it would lie on a table: who, for what, how much. It prints the same way. */
export function InvoiceSheet({ invoice }: { invoice: Sheet }) {
  const { invoice: words } = useText();
  return (
    <article className="rounded border border-line bg-surface p-4 sm:p-6 print:border-0 print:p-0">
      <div className="mb-5 grid gap-4 sm:grid-cols-2">
        <Party label={words.from} party={invoice.seller} />
        <Party label={words.to} party={invoice.buyer} />
      </div>
      <Lines invoice={invoice} />
      <Totals invoice={invoice} />
      {invoice.notes !== '' && (
        <div className="mt-5 border-t border-line pt-4">
          <h2 className="text-13 text-muted">{words.notes}</h2>
          <p className="max-w-[70ch] text-body break-words whitespace-pre-line">{invoice.notes}</p>
        </div>
      )}
      {invoice.transfer.length > 0 && (
        <div className="mt-5 rounded bg-sunken p-4 print:border print:border-line">
          <h2 className="text-body font-medium">{words.transfer}</h2>
          <dl className="mt-2 grid gap-x-6 gap-y-1 text-body sm:grid-cols-[auto_1fr]">
            {invoice.transfer.map(({ label, value }) => (
              <div key={label + value} className="contents">
                <dt className="text-muted">{label}</dt>
                <dd className="font-medium break-words select-all max-sm:mb-2">{value}</dd>
              </div>
            ))}
          </dl>
          {invoice.number && <p className="mt-2 text-13 text-muted">{words.transferHint(invoice.number)}</p>}
        </div>
      )}
    </article>
  );
}

function Party({ label, party }: { label: string; party: Sheet['seller'] }) {
  const { invoice: words } = useText();
  return (
    <div className="min-w-0 text-body">
      <h2 className="text-13 font-normal text-muted">{label}</h2>
      <p className="font-medium break-words">{party.name}</p>
      <div className="break-words whitespace-pre-line text-muted">
        {[party.address, party.taxId && words.taxId(party.taxId), party.email].filter(Boolean).join('\n')}
      </div>
    </div>
  );
}

/** A table from 640 px; below, each line as a small paragraph with its sum. */
function Lines({ invoice }: { invoice: Sheet }) {
  const { invoice: words } = useText();
  const format = useFormat();
  const period = (line: Sheet['lines'][number]) =>
    line.period && words.period(format.date(line.period.from), format.date(dayBefore(line.period.to)));
  return (
    <table className="cards-table w-full border-collapse text-14">
      <caption className="sr-only">{words.description}</caption>
      <thead>
        <tr className="border-b border-line-strong text-13 text-muted">
          <th scope="col" className="py-2 text-start font-medium">
            {words.description}
          </th>
          <th scope="col" className="px-3 py-2 text-end font-medium">
            {words.quantity}
          </th>
          <th scope="col" className="px-3 py-2 text-end font-medium">
            {words.unitPrice}
          </th>
          <th scope="col" className="py-2 text-end font-medium">
            {words.net}
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line border-b border-line">
        {invoice.lines.map((line, index) => (
          <tr key={index} className="max-sm:!px-0">
            <td data-card="title" className="sm:py-3">
              <span className="block font-medium break-words">{format.words(line.description)}</span>
              {line.period && <span className="block text-13 text-muted">{period(line)}</span>}
            </td>
            <td data-card="none" className="sm:px-3 sm:py-3 sm:text-end tabular-nums">
              {format.number(line.quantity)}
            </td>
            <td data-card="when" className="sm:px-3 sm:py-3 sm:text-end tabular-nums">
              <span className="sm:hidden">{format.number(line.quantity)} × </span>
              <MoneyText value={line.unitPrice} />
            </td>
            <td data-card="figure" className="sm:py-3 text-end tabular-nums">
              <MoneyText value={line.net} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Totals({ invoice }: { invoice: Sheet }) {
  const { invoice: words } = useText();
  const format = useFormat();
  const open = invoice.balance.amount > 0;
  return (
    <dl className="ms-auto mt-3 w-full text-body sm:w-80">
      <Row term={words.subtotal} value={invoice.subtotal} />
      {invoice.taxes.map((tax) => (
        <Fragment key={format.words(tax.label)}>
          {tax.share && <Row term={words.base(tax.share)} value={tax.base} look="text-13 text-muted" />}
          <Row term={format.words(tax.label)} value={tax.tax} />
        </Fragment>
      ))}
      <Row
        term={words.total}
        value={invoice.total}
        look={
          open && invoice.paid.amount === 0
            ? 'border-t border-line text-16 font-bold'
            : 'border-t border-line font-medium'
        }
      />
      {invoice.paid.amount > 0 && (
        <>
          <Row term={words.paid} value={{ ...invoice.paid, amount: -invoice.paid.amount }} />
          <Row term={words.balance} value={invoice.balance} look="border-t border-line text-16 font-bold" />
        </>
      )}
    </dl>
  );
}

function Row({ term, value, look = '' }: { term: string; value: Sheet['total']; look?: string }) {
  return (
    <div className={`flex justify-between gap-4 py-1.5 ${look}`}>
      <dt>{term}</dt>
      <dd>
        <MoneyText value={value} />
      </dd>
    </div>
  );
}

/** The last day of a period, whose end is the first day after it. */
function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

import { Fragment } from 'react';
import type { Invoice } from '../../../../server/modules/billing/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { MoneyText } from '../../../ui/money.tsx';
import { useText } from '../text/index.ts';

type Sheet = Omit<Invoice, 'can'>;

/** The invoice as it would lie on a table: who, for what, how much. It prints the same way. */
export function InvoiceSheet({ invoice }: { invoice: Sheet }) {
  const { invoice: words, above } = useText();
  return (
    <article className="rounded border border-line bg-surface p-4 sm:p-6 print:border-0 print:p-0">
      <div className="mb-5 grid gap-4 sm:grid-cols-2">
        <Party label={words.from} party={invoice.seller} />
        <div className="min-w-0">
          <Party label={words.to} party={invoice.buyer} />
          {invoice.for && (
            <p className="mt-2 text-body break-words">
              <span className="text-muted">{above.forServicesOf}</span> {invoice.for.name}
            </p>
          )}
        </div>
      </div>
      <Lines invoice={invoice} />
      <Totals invoice={invoice} />
      <References invoice={invoice} />
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

/** What the buyer and the tax office file it under. */
function References({ invoice }: { invoice: Sheet }) {
  const { invoice: words } = useText();
  const format = useFormat();
  const { purchaseOrder, buyerReference, transactionCode, accounting, total } = invoice;
  const facts = [
    [words.purchaseOrder, purchaseOrder],
    [words.buyerReference, buyerReference],
    [words.transactionCode, transactionCode],
    [
      words.worth,
      accounting &&
        words.worthOf(
          total.currency,
          format.number(Number(accounting.rate)),
          accounting.currency,
          format.date(accounting.on),
          accounting.source,
        ),
    ],
  ].filter(([, value]) => value);
  if (facts.length === 0) return null;
  return (
    <dl className="mt-4 grid gap-x-6 gap-y-1 text-13 sm:grid-cols-[auto_1fr]">
      {facts.map(([term, value]) => (
        <div key={term} className="contents">
          <dt className="text-muted">{term}</dt>
          <dd className="break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Party({ label, party }: { label: string; party: Sheet['seller'] }) {
  const { invoice: words } = useText();
  return (
    <div className="min-w-0 text-body">
      <h2 className="text-13 font-normal text-muted">{label}</h2>
      <p className="font-medium break-words">{party.name}</p>
      <div className="break-words whitespace-pre-line text-muted">
        {[
          party.address,
          party.taxId && words.taxId(party.taxId),
          party.legal?.nitku && `NITKU ${party.legal.nitku}`,
          party.email,
        ]
          .filter(Boolean)
          .join('\n')}
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
    <table role="table" className="w-full border-collapse text-14 max-sm:block">
      <caption className="sr-only">{words.description}</caption>
      <thead role="rowgroup" className="max-sm:sr-only">
        <tr role="row" className="border-b border-line-strong text-13 text-muted">
          <th role="columnheader" scope="col" className="py-2 text-start font-medium">
            {words.description}
          </th>
          <th role="columnheader" scope="col" className="px-3 py-2 text-end font-medium">
            {words.quantity}
          </th>
          <th role="columnheader" scope="col" className="px-3 py-2 text-end font-medium">
            {words.unitPrice}
          </th>
          <th role="columnheader" scope="col" className="py-2 text-end font-medium">
            {words.net}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup" className="divide-y divide-line border-y border-line max-sm:block sm:border-t-0">
        {invoice.lines.map((line, index) => (
          <tr
            role="row"
            key={index}
            className="max-sm:grid max-sm:grid-cols-[1fr_auto] max-sm:gap-x-3 max-sm:gap-y-1 max-sm:py-3"
          >
            <td role="cell" className="min-w-0 sm:py-3">
              <span className="block font-medium break-words">{format.words(line.description)}</span>
              {line.period && <span className="block text-13 text-muted">{period(line)}</span>}
              {line.why?.discounts?.map((each, nth) => (
                <span key={nth} className="block text-13 text-good">
                  {format.words(each.names)}: −{format.money({ ...line.net, amount: each.amount })}
                </span>
              ))}
              {line.why && <Why line={line} />}
            </td>
            <td role="cell" className="tabular-nums max-sm:hidden sm:px-3 sm:py-3 sm:text-end">
              {format.number(line.quantity)}
            </td>
            <td
              role="cell"
              className="tabular-nums max-sm:row-start-2 max-sm:text-13 max-sm:text-muted sm:px-3 sm:py-3 sm:text-end"
            >
              <span className="sm:hidden">{format.number(line.quantity)} × </span>
              <MoneyText value={line.unitPrice} />
            </td>
            <td role="cell" className="text-end tabular-nums max-sm:font-medium sm:py-3">
              <MoneyText value={line.net} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How a line came to be: what for, how often at what price, and which tax falls on it. */
function Why({ line }: { line: Sheet['lines'][number] }) {
  const { invoice: words } = useText();
  const format = useFormat();
  const { why, taxed } = line;
  if (!why) return null;
  const { from, version } = why.price;
  const parts = [
    why.note ? format.words(why.note) : words.whyKinds[why.kind],
    words.whyCount(format.number(line.quantity), format.money(line.unitPrice)),
    version ? `${words.whyPrices[from]}, ${words.whyVersion(version)}` : words.whyPrices[from],
    taxed &&
      [
        taxed.code === 'O' ? words.noTax : format.words(taxed.label),
        taxed.share && words.base(taxed.share),
        taxed.reason && format.words(taxed.reason),
      ]
        .filter(Boolean)
        .join(', '),
  ];
  return (
    <details className="no-print text-13 text-muted">
      <summary className="inline-flex min-h-6 cursor-pointer items-center underline decoration-dotted underline-offset-2">
        {words.why}
      </summary>
      <ul className="ms-4 list-disc pt-1">
        {parts.filter(Boolean).map((part, index) => (
          <li key={index}>{part}</li>
        ))}
      </ul>
    </details>
  );
}

function Totals({ invoice }: { invoice: Sheet }) {
  const { invoice: words } = useText();
  const format = useFormat();
  const open = invoice.balance.amount > 0;
  return (
    <dl className="ms-auto mt-3 w-full text-body sm:w-80">
      <Row term={words.subtotal} value={invoice.subtotal} />
      {invoice.taxes.map((tax, index) => (
        <Fragment key={index}>
          {tax.share && <Row term={words.base(tax.share)} value={tax.base} look="text-13 text-muted" />}
          <Row
            term={format.words(tax.label)}
            value={tax.tax}
            reason={tax.reason && format.words(tax.reason)}
          />
        </Fragment>
      ))}
      <Row
        term={words.total}
        value={invoice.total}
        look={
          open && invoice.paid.amount === 0 && invoice.credited.amount === 0
            ? 'border-t border-line text-16 font-bold'
            : 'border-t border-line font-medium'
        }
      />
      {invoice.credited.amount > 0 && (
        <Row term={words.credited} value={{ ...invoice.credited, amount: -invoice.credited.amount }} />
      )}
      {invoice.paid.amount > 0 && (
        <Row term={words.paid} value={{ ...invoice.paid, amount: -invoice.paid.amount }} />
      )}
      {(invoice.paid.amount > 0 || invoice.credited.amount > 0) && (
        <Row term={words.balance} value={invoice.balance} look="border-t border-line text-16 font-bold" />
      )}
    </dl>
  );
}

function Row({
  term,
  value,
  look = '',
  reason,
}: {
  term: string;
  value: Sheet['total'];
  look?: string;
  reason?: string | null;
}) {
  return (
    <div className={`flex flex-wrap justify-between gap-x-4 py-1.5 ${look}`}>
      <dt>{term}</dt>
      <dd>
        <MoneyText value={value} />
      </dd>
      {reason && <dd className="w-full text-13 text-muted">{reason}</dd>}
    </div>
  );
}

/** The last day of a period, whose end is the first day after it. */
function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

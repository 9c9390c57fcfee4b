import type { BillingSummary, InvoiceItem } from '../../../../server/modules/billing/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useData, useList } from '../../../kernel/query/use-data.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { Card } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { ListBody } from '../../../ui/list-body.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState, NoResult } from '../../../ui/states.tsx';
import { useInvoiceColumns } from '../shared/invoice-columns.tsx';
import { InvoiceFilters, filterNames } from '../shared/invoice-filters.tsx';
import { useFiltered } from '../shared/use-filtered.ts';
import { useText } from '../text/index.ts';

export function Page() {
  const { list: words } = useText();
  const { api, to } = useOrganization();
  const asked = useFiltered(`${api}/invoices`, filterNames);
  const list = useList<InvoiceItem>(asked.url, 'billing.');
  const summary = useData<BillingSummary>(`${api}/billing-summary`, 'billing.');
  const columns = useInvoiceColumns<InvoiceItem>();
  const currency = summary.currencies[0]?.currency ?? list.items[0]?.total.currency ?? 'IDR';
  return (
    <>
      <PageHeader title={words.title} lead={<Owed summary={summary} />} />
      <InvoiceFilters currency={currency} />
      <Card flush>
        <ListBody
          list={list}
          empty={
            asked.filtered ? (
              <NoResult query={asked.query} onClear={asked.clear} />
            ) : (
              <EmptyState icon="billing" title={words.empty}>
                {words.emptyHint}
              </EmptyState>
            )
          }
        >
          <DataTable
            caption={words.title}
            rows={list.items}
            columns={columns}
            rowKey={(invoice) => invoice.id}
            to={(invoice) => to.invoice(invoice.id)}
            busy={list.busy}
          />
        </ListBody>
      </Card>
    </>
  );
}

/** The answer people come for: what is owed and until when, and what there is in credit. */
function Owed({ summary }: { summary: BillingSummary }) {
  const { list: words } = useText();
  const { to } = useOrganization();
  const format = useFormat();
  const owed = summary.currencies.filter((one) => one.openCount > 0);
  const credit = summary.currencies.filter((one) => one.credit > 0);
  const sums = owed.map(({ open, currency }) => format.money({ amount: open, currency }));
  const count = owed.reduce((all, one) => all + one.openCount, 0);
  const late = owed.filter((one) => one.overdueCount > 0);
  const next = owed.map((one) => one.nextDueOn ?? '').toSorted()[0];
  return (
    <>
      <p>
        {count === 0 ? words.nothingOwed : words.owed(format.list(sums), count)}
        {late.length > 0 ? (
          <>
            {', '}
            <span className="font-medium text-danger">
              {words.late(
                format.list(late.map(({ overdue, currency }) => format.money({ amount: overdue, currency }))),
              )}
            </span>
          </>
        ) : (
          next && `, ${words.next(format.relative(next))}`
        )}
      </p>
      <p className="mt-1 flex flex-wrap gap-x-4">
        <Link to={to.renewals()}>{words.renewals}</Link>
        <Link to={to.credit()}>
          {words.credit}
          {credit.length > 0 &&
            ` ${format.list(credit.map(({ credit: amount, currency }) => format.money({ amount, currency })))}`}
        </Link>
      </p>
    </>
  );
}

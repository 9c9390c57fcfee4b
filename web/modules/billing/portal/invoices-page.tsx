import type { BillingSummary, InvoiceItem } from '../../../../server/modules/billing/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useCanOpen } from '../../../kernel/pages/can-open.ts';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useData } from '../../../kernel/query/use-data.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { Banner } from '../../../ui/banner.tsx';
import { LinkButton } from '../../../ui/button.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useInvoiceColumns } from '../shared/invoice-columns.tsx';
import { InvoiceFilters, filterNames } from '../shared/invoice-filters.tsx';
import { useText } from '../text/index.ts';

export function Page() {
  const { list: words, above } = useText();
  const { api, to } = useOrganization();
  const asked = useFiltered(`${api}/invoices`, filterNames);
  const list = useList<InvoiceItem>(asked.url, 'billing.');
  const canOpen = useCanOpen();
  const summary = useData<BillingSummary>(`${api}/billing-summary`, 'billing.');
  const columns = useInvoiceColumns<InvoiceItem>();
  const currency = summary.currencies[0]?.currency ?? list.items[0]?.total.currency ?? 'IDR';
  return (
    <>
      <PageHeader
        title={words.title}
        lead={<Owed summary={summary} none={list.items.length === 0 && !asked.filtered} />}
        act={
          summary.currencies.some((one) => one.openCount > 1) &&
          canOpen(to.payMany()) && (
            <LinkButton wide to={to.payMany()}>
              {words.payMany}
            </LinkButton>
          )
        }
      />
      {summary.paidAbove === 'now' && (
        <div className="mb-4">
          <Banner
            tone="info"
            title={above.now}
            act={
              <LinkButton weight="secondary" to={to.invoicesAbove()}>
                {above.see}
              </LinkButton>
            }
          >
            {above.nowHint}
          </Banner>
        </div>
      )}
      <InvoiceFilters currency={currency} />
      <ListTable
        list={list}
        asked={asked}
        empty={
          <EmptyState icon="billing" title={words.empty}>
            {words.emptyHint}
          </EmptyState>
        }
        caption={words.title}
        columns={columns}
        rowKey={(invoice) => invoice.id}
        to={(invoice) => to.invoice(invoice.id)}
      />
    </>
  );
}

/** The answer people come for: what is owed and until when, and what there is in credit. */
function Owed({ summary, none }: { summary: BillingSummary; none: boolean }) {
  const { list: words, above } = useText();
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
      <p hidden={none}>
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
      <p className="mt-1 flex flex-wrap gap-x-4 gap-y-2">
        <Link to={to.renewals()}>{words.renewals}</Link>
        <Link to={to.creditNotes()}>{words.creditNotes}</Link>
        {summary.paidAbove !== null && <Link to={to.invoicesAbove()}>{above.link}</Link>}
        <Link to={to.credit()}>
          {words.credit}
          {credit.length > 0 &&
            ` ${format.list(credit.map(({ credit: amount, currency }) => format.money({ amount, currency })))}`}
        </Link>
      </p>
    </>
  );
}

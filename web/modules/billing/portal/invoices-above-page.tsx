import type { InvoiceAbove } from '../../../../server/modules/billing/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import type { Column } from '../../../ui/data-table.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Time } from '../../../ui/time.tsx';
import { InvoiceState } from '../shared/invoice-state.tsx';
import { useText } from '../text/index.ts';

/** What an organization above pays for this one: what it is about and how it stands. */
export function Page() {
  const { above: words, list: shared, unnumbered } = useText();
  const { api, to } = useOrganization();
  const format = useFormat();
  const list = useList<InvoiceAbove>(`${api}/invoices-above`, ['billing.', 'services.']);
  const columns: Column<InvoiceAbove>[] = [
    {
      key: 'lines',
      header: words.whatFor,
      card: 'title',
      cell: ({ number, lines }) => (
        <span className="block min-w-0">
          {lines.map((line, index) => (
            <span key={index} className="block font-medium break-words">
              {format.words(line.description)}
            </span>
          ))}
          <span className="block text-13 font-normal text-muted">{number ?? unnumbered}</span>
        </span>
      ),
    },
    {
      key: 'issued',
      header: shared.issued,
      card: 'when',
      cell: ({ issuedOn }) => (
        <span className="whitespace-nowrap">
          <Time value={issuedOn} style="date" />
        </span>
      ),
    },
    {
      key: 'state',
      header: shared.state,
      card: 'state',
      cell: ({ status, total }) => <InvoiceState invoice={{ status, total, balance: total }} />,
    },
    {
      key: 'amount',
      header: shared.amount,
      card: 'figure',
      align: 'end',
      cell: ({ total }) => <MoneyText value={total} />,
    },
  ];
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: shared.title, to: to.invoices() }]}
      />
      <ListTable
        list={list}
        empty={
          <EmptyState icon="billing" title={words.empty}>
            {words.emptyHint}
          </EmptyState>
        }
        caption={words.title}
        columns={columns}
        rowKey={({ id }) => id}
      />
    </>
  );
}

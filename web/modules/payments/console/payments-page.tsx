import type { PaymentView } from '../../../../server/modules/payments/contract.ts';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import type { Column } from '../../../ui/data-table.tsx';
import { ListFilters } from '../../../ui/list-filters.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';
import { ClientFilter } from './client-filter.tsx';
import { DeskHeader } from './tabs.tsx';

const to = consolePaths;
const causes = ['gateway', 'automatic', 'transfer', 'unmatched', 'staff'] as const;

type Item = Pick<
  PaymentView,
  'id' | 'client' | 'invoice' | 'receipt' | 'amount' | 'cause' | 'paidWith' | 'receivedAt' | 'takenBackAt'
>;

export function Page() {
  const { desk: words } = useText();
  const asked = useFiltered('/api/console/payments', ['cause', 'q', 'client', 'from', 'to']);
  const list = useList<Item>(asked.url, ['payments.', 'billing.receipt']);
  const columns: Column<Item>[] = [
    { key: 'client', header: words.client, card: 'title', cell: (row) => row.client.name },
    {
      key: 'invoice',
      header: words.invoice,
      card: 'rest',
      cell: ({ invoice, receipt }) => (
        <span className="block whitespace-nowrap">
          <span className="block">{invoice ? (invoice.number ?? '–') : words.noInvoice}</span>
          {receipt?.number && <span className="block text-13 text-muted">{receipt.number}</span>}
        </span>
      ),
    },
    {
      key: 'method',
      header: words.method,
      card: 'none',
      cell: ({ paidWith, cause }) => (
        <span className="block min-w-0">
          <span className="block break-words">{paidWith}</span>
          <span className="block text-13 text-muted">{words.causes[cause]}</span>
        </span>
      ),
    },
    {
      key: 'received',
      header: words.receivedAt,
      card: 'when',
      cell: ({ receivedAt }) => <Time value={receivedAt} />,
    },
    {
      key: 'amount',
      header: words.amount,
      card: 'figure',
      align: 'end',
      cell: ({ amount, takenBackAt }) => (
        <span className={takenBackAt ? 'text-muted line-through' : 'font-medium'}>
          <MoneyText value={amount} />
        </span>
      ),
    },
    {
      key: 'state',
      header: words.state,
      card: 'state',
      cell: ({ takenBackAt }) =>
        takenBackAt ? (
          <StatusChip tone="neutral" icon="back">
            {words.returned}
          </StatusChip>
        ) : (
          <StatusChip tone="good">{words.receivedAt}</StatusChip>
        ),
    },
  ];
  return (
    <>
      <DeskHeader />
      <ListFilters
        search={words.search}
        name="cause"
        label={words.anyCause}
        choices={causes.map((value) => ({ value, label: words.causes[value] }))}
      />
      <ClientFilter />
      <ListTable
        list={list}
        asked={asked}
        empty={
          <EmptyState icon="wallet" title={words.emptyReceived}>
            {words.emptyReceivedHint}
          </EmptyState>
        }
        caption={words.tabs.received}
        columns={columns}
        rowKey={(row) => row.id}
        to={(row) => to.payment(row.id)}
        dense
      />
    </>
  );
}

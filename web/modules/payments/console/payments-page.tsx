import type { PaymentView } from '../../../../server/modules/payments/contract.ts';
import { paths } from '../../../kernel/paths.ts';
import { useList } from '../../../kernel/query/use-data.ts';
import { Card } from '../../../ui/card.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { ListBody } from '../../../ui/list-body.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { EmptyState, NoResult } from '../../../ui/states.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { Time } from '../../../ui/time.tsx';
import { useAsked } from '../parts/use-asked.ts';
import { useText } from '../text/index.ts';
import { DeskFilters } from './filters.tsx';
import { DeskHeader } from './tabs.tsx';

const { console: to } = paths;
const causes = ['gateway', 'automatic', 'transfer', 'unmatched', 'staff'] as const;

type Item = Pick<
  PaymentView,
  'id' | 'client' | 'invoice' | 'receipt' | 'amount' | 'cause' | 'paidWith' | 'receivedAt' | 'takenBackAt'
>;

export function Page() {
  const { desk: words } = useText();
  const asked = useAsked('/api/console/payments', ['cause', 'q', 'client', 'from', 'to']);
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
      <DeskFilters
        search={words.search}
        name="cause"
        filter={words.anyCause}
        choices={causes.map((value) => ({ value, label: words.causes[value] }))}
      />
      <Card flush>
        <ListBody
          list={list}
          empty={
            asked.filtered ? (
              <NoResult query={asked.query} onClear={asked.clear} />
            ) : (
              <EmptyState icon="wallet" title={words.emptyReceived}>
                {words.emptyReceivedHint}
              </EmptyState>
            )
          }
        >
          <DataTable
            caption={words.tabs.received}
            rows={list.items}
            columns={columns}
            rowKey={(row) => row.id}
            to={(row) => to.payment(row.id)}
            busy={list.busy}
            dense
          />
        </ListBody>
      </Card>
    </>
  );
}

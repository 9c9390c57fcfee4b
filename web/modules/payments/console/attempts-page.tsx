import type { StaffAttempt } from '../../../../server/modules/payments/contract.ts';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import type { Column } from '../../../ui/data-table.tsx';
import { ListFilters } from '../../../ui/list-filters.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Time } from '../../../ui/time.tsx';
import { AttemptState, useStatuses } from '../parts/attempt-state.tsx';
import { useBackText } from '../text/back.ts';
import { useText } from '../text/index.ts';
import { ClientFilter } from './client-filter.tsx';
import { DeskHeader } from './tabs.tsx';

const to = consolePaths;
const statuses = ['unknown', 'requires_action', 'failed', 'expired', 'succeeded', 'refunded'] as const;

type Item = Pick<
  StaffAttempt,
  'id' | 'client' | 'invoices' | 'amount' | 'paidWith' | 'startedAt' | 'status' | 'gateway' | 'purpose'
>;

export function Page() {
  const { desk: words } = useText();
  const { purposes } = useBackText().desk;
  const names = useStatuses();
  const asked = useFiltered('/api/console/payment-attempts', ['status', 'q', 'client']);
  const list = useList<Item>(asked.url, 'payments.');
  const columns: Column<Item>[] = [
    { key: 'client', header: words.client, card: 'title', cell: (row) => row.client.name },
    {
      key: 'invoice',
      header: words.invoice,
      card: 'rest',
      cell: ({ invoices, purpose }) =>
        invoices.length === 0
          ? purposes[purpose]
          : invoices.length === 1
            ? (invoices[0]!.number ?? '–')
            : words.invoices(invoices.length),
    },
    {
      key: 'method',
      header: words.method,
      card: 'none',
      cell: ({ paidWith, gateway }) => (
        <span className="block min-w-0">
          <span className="block break-words">{paidWith}</span>
          <span className="block text-13 text-muted">{gateway}</span>
        </span>
      ),
    },
    {
      key: 'started',
      header: words.startedAt,
      card: 'when',
      cell: ({ startedAt }) => <Time value={startedAt} />,
    },
    {
      key: 'state',
      header: words.state,
      card: 'state',
      cell: ({ status }) => <AttemptState status={status} />,
    },
    {
      key: 'amount',
      header: words.amount,
      card: 'figure',
      align: 'end',
      cell: ({ amount }) => (
        <span className="font-medium">
          <MoneyText value={amount} />
        </span>
      ),
    },
  ];
  return (
    <>
      <DeskHeader />
      <ListFilters
        search={words.search}
        name="status"
        label={words.state}
        choices={[
          { value: 'open', label: words.open },
          ...statuses.map((value) => ({ value, label: names[value] })),
        ]}
      />
      <ClientFilter />
      <ListTable
        list={list}
        asked={asked}
        empty={
          <EmptyState icon="card" title={words.emptyAttempts}>
            {words.emptyAttemptsHint}
          </EmptyState>
        }
        caption={words.tabs.attempts}
        columns={columns}
        rowKey={(row) => row.id}
        to={(row) => to.paymentAttempt(row.id)}
        dense
      />
    </>
  );
}

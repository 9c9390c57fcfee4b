import type { StaffAttempt } from '../../../../server/modules/payments/contract.ts';
import { paths } from '../../../kernel/paths.ts';
import { useList } from '../../../kernel/query/use-data.ts';
import { Card } from '../../../ui/card.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { ListBody } from '../../../ui/list-body.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { EmptyState, NoResult } from '../../../ui/states.tsx';
import { Time } from '../../../ui/time.tsx';
import { AttemptState, useStatuses } from '../parts/attempt-state.tsx';
import { useAsked } from '../parts/use-asked.ts';
import { useText } from '../text/index.ts';
import { DeskFilters } from './filters.tsx';
import { DeskHeader } from './tabs.tsx';

const { console: to } = paths;
const statuses = ['unknown', 'requires_action', 'failed', 'expired', 'succeeded', 'refunded'] as const;

type Item = Pick<
  StaffAttempt,
  'id' | 'client' | 'invoices' | 'amount' | 'paidWith' | 'startedAt' | 'status' | 'gateway' | 'purpose'
>;

export function Page() {
  const { desk: words } = useText();
  const names = useStatuses();
  const asked = useAsked('/api/console/payment-attempts', ['status', 'q', 'client']);
  const list = useList<Item>(asked.url, 'payments.');
  const columns: Column<Item>[] = [
    { key: 'client', header: words.client, card: 'title', cell: (row) => row.client.name },
    {
      key: 'invoice',
      header: words.invoice,
      card: 'rest',
      cell: ({ invoices, purpose }) =>
        invoices.length === 0
          ? words.purposes[purpose]
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
      <DeskFilters
        search={words.search}
        name="status"
        filter={words.state}
        choices={[
          { value: 'open', label: words.open },
          ...statuses.map((value) => ({ value, label: names[value] })),
        ]}
      />
      <Card flush>
        <ListBody
          list={list}
          empty={
            asked.filtered ? (
              <NoResult query={asked.query} onClear={asked.clear} />
            ) : (
              <EmptyState icon="card" title={words.emptyAttempts}>
                {words.emptyAttemptsHint}
              </EmptyState>
            )
          }
        >
          <DataTable
            caption={words.tabs.attempts}
            rows={list.items}
            columns={columns}
            rowKey={(row) => row.id}
            to={(row) => to.paymentAttempt(row.id)}
            busy={list.busy}
            dense
          />
        </ListBody>
      </Card>
    </>
  );
}

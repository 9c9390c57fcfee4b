import type { StaffRefundItem } from '../../../../server/modules/payments/refund-contract.ts';
import { consolePaths as to } from '../../../kernel/console-paths.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import type { Column } from '../../../ui/data-table.tsx';
import { FilterChips } from '../../../ui/filter-chips.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Time } from '../../../ui/time.tsx';
import { RefundState } from '../parts/refund-state.tsx';
import { useBackText } from '../text/back.ts';
import { useText } from '../text/index.ts';
import { DeskHeader } from './tabs.tsx';

export function Page() {
  const { desk: words } = useText();
  const { desk: back } = useBackText();
  const format = useFormat();
  const asked = useFiltered('/api/console/refunds', ['state']);
  const list = useList<StaffRefundItem>(asked.url, 'payments.refund');
  const columns: Column<StaffRefundItem>[] = [
    {
      key: 'client',
      header: words.client,
      card: 'title',
      cell: ({ client, reason }) => (
        <>
          <span className="block">{client.name}</span>
          <span className="block text-13 font-normal break-words text-muted">{reason}</span>
        </>
      ),
    },
    { key: 'to', header: back.refundTo, card: 'rest', cell: (row) => row.to },
    {
      key: 'asked',
      header: words.startedAt,
      card: 'when',
      cell: ({ askedAt }) => <Time value={askedAt} style="relative" />,
    },
    { key: 'state', header: words.state, card: 'state', cell: (row) => <RefundState state={row.state} /> },
    {
      key: 'amount',
      header: words.amount,
      card: 'figure',
      align: 'end',
      cell: ({ amount }) => format.money(amount),
    },
  ];
  return (
    <>
      <DeskHeader lead={back.refundsLead} />
      <div className="mb-3">
        <FilterChips
          name="state"
          label={words.state}
          choices={(['waiting', 'underway', 'over'] as const).map((value) => ({
            value,
            label: back.refundGroups[value],
          }))}
        />
      </div>
      <ListTable
        list={list}
        asked={asked}
        empty={
          <EmptyState icon="back" title={back.refundsEmpty}>
            {back.refundsEmptyHint}
          </EmptyState>
        }
        caption={back.refunds}
        columns={columns}
        rowKey={(row) => row.id}
        to={(row) => to.refund(row.id)}
        dense
      />
    </>
  );
}

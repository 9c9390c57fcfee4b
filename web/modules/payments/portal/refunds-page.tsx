import type { RefundItem } from '../../../../server/modules/payments/refund-contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import type { Column } from '../../../ui/data-table.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { Time } from '../../../ui/time.tsx';
import { useBackText } from '../text/back.ts';

const looks = {
  underway: { tone: 'info', icon: 'clock' },
  done: { tone: 'good' },
  returned: { tone: 'neutral', icon: 'back' },
} as const;

export function Page() {
  const { refunds: words } = useBackText();
  const { api, to } = useOrganization();
  const format = useFormat();
  const list = useList<RefundItem>(`${api}/refunds`, 'payments.refund');
  const columns: Column<RefundItem>[] = [
    {
      key: 'to',
      header: words.to,
      card: 'title',
      cell: (row) => (
        <>
          <span className="block">{row.to}</span>
          {row.receipt?.number && (
            <span className="block text-13 font-normal text-muted">
              {words.ofReceipt(row.receipt.number)}
            </span>
          )}
          {row.hasProof && (
            <a href={`${api}/refunds/${row.id}/proof`} download className="text-13">
              {words.proof}
            </a>
          )}
        </>
      ),
    },
    {
      key: 'asked',
      header: words.asked,
      card: 'when',
      cell: ({ askedAt }) => <Time value={askedAt} style="date" />,
    },
    {
      key: 'state',
      header: words.state,
      card: 'state',
      cell: ({ state }) => <StatusChip {...looks[state]}>{words.states[state]}</StatusChip>,
    },
    {
      key: 'amount',
      header: words.amount,
      card: 'figure',
      align: 'end',
      cell: ({ amount }) => <span className="font-medium">{format.money(amount)}</span>,
    },
  ];
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} crumbs={[{ label: words.credit, to: to.credit() }]} />
      <ListTable
        list={list}
        empty={
          <EmptyState icon="back" title={words.empty}>
            {words.emptyHint}
          </EmptyState>
        }
        caption={words.title}
        columns={columns}
        rowKey={(row) => row.id}
      />
    </>
  );
}

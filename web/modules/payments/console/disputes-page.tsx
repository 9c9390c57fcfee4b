import type { DisputeItem } from '../../../../server/modules/payments/dispute-contract.ts';
import { consolePaths as to } from '../../../kernel/console-paths.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import type { Column } from '../../../ui/data-table.tsx';
import { ListFilters } from '../../../ui/list-filters.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Time } from '../../../ui/time.tsx';
import { DisputeState } from '../parts/dispute-state.tsx';
import { useDisputeText } from '../text/desk-dispute.ts';
import { DeskHeader } from './tabs.tsx';

export function Page() {
  const words = useDisputeText();
  const format = useFormat();
  const asked = useFiltered('/api/console/disputes', ['group', 'reason', 'q']);
  const list = useList<DisputeItem>(asked.url, 'payments.dispute');
  const columns: Column<DisputeItem>[] = [
    {
      key: 'client',
      header: words.client,
      card: 'title',
      cell: ({ client, reason }) => (
        <>
          <span className="block">{client.name}</span>
          <span className="block text-13 font-normal break-words text-muted">{words.reasons[reason]}</span>
        </>
      ),
    },
    { key: 'paid', header: words.paidWith, card: 'rest', cell: ({ paidWith }) => paidWith },
    {
      key: 'due',
      header: words.due,
      card: 'when',
      cell: ({ dueAt, state }) =>
        dueAt && (state === 'inquiry' || state === 'needs_response') ? (
          <Time value={dueAt} style="relative" />
        ) : (
          '–'
        ),
    },
    { key: 'state', header: words.state, card: 'state', cell: ({ state }) => <DisputeState state={state} /> },
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
      <DeskHeader lead={words.lead} />
      <ListFilters
        search={words.search}
        name="group"
        label={words.group}
        choices={(['to_answer', 'at_bank', 'over'] as const).map((value) => ({
          value,
          label: words.groups[value],
        }))}
      />
      <ListTable
        list={list}
        asked={asked}
        empty={
          <EmptyState icon="shield" title={words.empty}>
            {words.emptyHint}
          </EmptyState>
        }
        caption={words.title}
        columns={columns}
        rowKey={(row) => row.id}
        to={(row) => to.dispute(row.id)}
        dense
      />
    </>
  );
}

import type { StaffContest } from '../../../../server/modules/billing/contest-contract.ts';
import { consolePaths as to } from '../../../kernel/console-paths.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import type { Column } from '../../../ui/data-table.tsx';
import { FilterChips } from '../../../ui/filter-chips.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { Time } from '../../../ui/time.tsx';
import { contestLooks } from '../shared/contest-looks.ts';
import { useDeskContestText } from '../text/desk-contest.ts';
import { useDeskText } from '../text/desk.ts';

export function Page() {
  const desk = useDeskText();
  const words = useDeskContestText();
  const format = useFormat();
  const asked = useFiltered('/api/console/contests', ['state']);
  const list = useList<StaffContest>(asked.url, 'billing.contest');
  const columns: Column<StaffContest>[] = [
    {
      key: 'client',
      header: words.client,
      card: 'title',
      cell: ({ client, reason }) => (
        <>
          <span className="block">{client.name}</span>
          <span className="block text-13 font-normal text-muted">{words.reasons[reason]}</span>
        </>
      ),
    },
    { key: 'invoice', header: words.invoice, card: 'rest', cell: ({ invoice }) => invoice.number ?? '–' },
    {
      key: 'opened',
      header: words.opened,
      card: 'when',
      cell: ({ openedAt }) => <Time value={openedAt} style="relative" />,
    },
    {
      key: 'state',
      header: words.state,
      card: 'state',
      cell: ({ state }) => <StatusChip {...contestLooks[state]}>{words.states[state]}</StatusChip>,
    },
    {
      key: 'open',
      header: words.open,
      card: 'figure',
      align: 'end',
      cell: ({ invoice }) => format.money(invoice.open),
    },
  ];
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} crumbs={[{ label: desk.title, to: to.invoices() }]} />
      <div className="mb-3">
        <FilterChips
          name="state"
          label={words.state}
          choices={(['open', 'decided'] as const).map((value) => ({ value, label: words.groups[value] }))}
        />
      </div>
      <ListTable
        list={list}
        asked={asked}
        empty={
          <EmptyState icon="question" title={words.empty}>
            {words.emptyHint}
          </EmptyState>
        }
        caption={words.title}
        columns={columns}
        rowKey={(row) => row.id}
        to={({ invoice }) => to.invoice(invoice.id)}
        dense
      />
    </>
  );
}

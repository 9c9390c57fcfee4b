import type { Rehearsal } from '../../../../server/modules/rehearsal/contract.ts';
import { consolePaths as to } from '../../../kernel/console-paths.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { useWhile } from '../../../kernel/query/use-while.ts';
import { useCan } from '../../../kernel/session/can.ts';
import type { Column } from '../../../ui/data-table.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/desk.ts';
import { Progress, State, Totals, useSupposed } from './rehearsal-parts.tsx';
import { StartForm, url } from './start-form.tsx';

export function Page() {
  const words = useText();
  const supposed = useSupposed();
  const mayStart = useCan('billing.invoices.manage');
  const list = useList<Rehearsal>(url, 'billing.');
  useWhile(
    list.items.some(({ finishedAt }) => !finishedAt),
    url,
  );
  const columns: Column<Rehearsal>[] = [
    { key: 'what', header: words.what, card: 'title', cell: (row) => supposed(row) },
    {
      key: 'when',
      header: words.when,
      card: 'when',
      cell: ({ startedAt }) => <Time value={startedAt} style="dateTime" />,
    },
    { key: 'progress', header: words.progress, card: 'rest', cell: (row) => <Progress of={row} /> },
    { key: 'state', header: words.state, card: 'state', cell: (row) => <State of={row} /> },
    {
      key: 'billed',
      header: words.billed,
      card: 'figure',
      align: 'end',
      cell: ({ sums }) => <Totals sums={sums} of={['invoice', 'late_fee', 'leaving_fee']} />,
    },
  ];
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: words.runs, to: to.billingRuns() }]}
      />
      {mayStart && <StartForm />}
      <ListTable
        list={list}
        caption={words.title}
        columns={columns}
        rowKey={({ id }) => id}
        to={({ id }) => to.rehearsal(id)}
        empty={
          <EmptyState icon="calendar" title={words.empty}>
            {words.emptyHint}
          </EmptyState>
        }
      />
    </>
  );
}

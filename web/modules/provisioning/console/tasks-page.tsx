import type { StaffTask } from '../../../../server/modules/provisioning/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import type { Column } from '../../../ui/data-table.tsx';
import { FilterChips } from '../../../ui/filter-chips.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';
import { ProvisioningTabs } from './tabs.tsx';
import { TaskState } from './task-state.tsx';
import { useTaskWords } from './task-words.ts';

const to = consolePaths;

/** What waits for a person, the longest first. */
export function Page() {
  const { tasks: words } = useText();
  const asked = useFiltered('/api/console/provisioning/tasks', ['status']);
  const list = useList<StaffTask>(asked.url, 'provisioning.staff-task');
  const columns = useColumns();
  return (
    <>
      <PageHeader title={words.title} />
      <ProvisioningTabs />
      <div className="mb-3">
        <FilterChips
          name="status"
          label={words.filter}
          choices={(['mine', 'closed'] as const).map((value) => ({ value, label: words.statuses[value] }))}
        />
      </div>
      <ListTable
        list={list}
        asked={asked}
        empty={
          <EmptyState icon="done" title={words.empty}>
            {words.emptyHint}
          </EmptyState>
        }
        caption={words.title}
        columns={columns}
        rowKey={(task) => task.id}
        to={(task) => to.provisioningTask(task.id)}
        dense
      />
    </>
  );
}

function useColumns(): Column<StaffTask>[] {
  const { tasks: words } = useText();
  const format = useFormat();
  const taskWords = useTaskWords();
  const nameOf = ({ service }: StaffTask) => service.label || format.words(service.names);
  return [
    {
      key: 'task',
      header: words.task,
      card: 'title',
      cell: (task) => (
        <>
          {taskWords(task)}
          <span className="block text-13 font-normal text-muted as-table:hidden">
            {nameOf(task)} · {task.service.organization.name}
          </span>
        </>
      ),
    },
    { key: 'service', header: words.service, card: 'none', cell: nameOf },
    { key: 'client', header: words.client, card: 'none', cell: ({ service }) => service.organization.name },
    { key: 'since', header: words.since, card: 'when', cell: ({ openedAt }) => <Time value={openedAt} /> },
    {
      key: 'who',
      header: words.who,
      card: 'rest',
      cell: ({ takenBy }) => takenBy?.name ?? <span className="text-muted">{words.nobody}</span>,
    },
    { key: 'state', header: words.state, card: 'state', cell: ({ state }) => <TaskState state={state} /> },
  ];
}

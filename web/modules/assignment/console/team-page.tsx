import { useState } from 'react';
import type { SupportAgent } from '../../../../server/modules/assignment/contract.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { Slot } from '../../../kernel/slots.tsx';
import { IconButton } from '../../../ui/button.tsx';
import type { Column } from '../../../ui/data-table.tsx';
import { ListFilters } from '../../../ui/list-filters.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { useText } from '../text/index.ts';
import { AgentDialog } from './agent-dialog.tsx';
import { looks, useStateWords } from './presence.ts';
import { WaysCard } from './ways-card.tsx';

const url = '/api/console/support-team';
const live = ['assignment.', 'support.ticket-assigned', 'support.status-changed'];
const states = ['here', 'away', 'off_duty', 'full'] as const;

/** Who takes tickets, how many and which. */
export function Page() {
  const { team: words, ticketsTitle, states: names } = useText();
  const asked = useFiltered(url, ['state', 'q']);
  const list = useList<SupportAgent>(asked.url, live);
  const mayManage = useCan('assignment.team.manage');
  const [editing, setEditing] = useState<SupportAgent | null>(null);
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: ticketsTitle, to: consolePaths.tickets() }]}
        aside={<Slot name="desk.duty" with={{}} />}
      />
      <ListFilters
        search={words.search}
        name="state"
        label={words.filter}
        choices={states.map((value) => ({ value, label: names[value] }))}
      />
      <ListTable
        list={list}
        asked={asked}
        empty={
          <EmptyState icon="people" title={words.empty}>
            {words.emptyHint}
          </EmptyState>
        }
        caption={words.title}
        columns={useColumns(mayManage ? setEditing : null)}
        rowKey={({ id }) => id}
        dense
      />
      <div className="mt-6">
        <WaysCard />
      </div>
      {editing && <AgentDialog agent={editing} onClose={() => setEditing(null)} />}
    </>
  );
}

function useColumns(onEdit: ((agent: SupportAgent) => void) | null): Column<SupportAgent>[] {
  const { team: words, load } = useText();
  const stateWords = useStateWords();
  const format = useFormat();
  const quiet = (text: string) => <span className="text-muted">{text}</span>;
  return [
    { key: 'name', header: words.name, card: 'title', cell: ({ name }) => name },
    {
      key: 'state',
      header: words.state,
      card: 'state',
      cell: (agent) => <StatusChip {...looks[agent.state]}>{stateWords(agent)}</StatusChip>,
    },
    {
      key: 'load',
      header: words.load,
      card: 'when',
      cell: (agent) => (
        <span className="whitespace-nowrap tabular-nums">{load(agent.load, agent.capacity)}</span>
      ),
    },
    {
      key: 'skills',
      header: words.skills,
      card: 'rest',
      cell: ({ skills }) => (skills.length > 0 ? skills.join(', ') : quiet(words.noSkills)),
    },
    {
      key: 'hours',
      header: words.hours,
      card: 'rest',
      cell: ({ calendar }) => calendar?.name ?? quiet(words.always),
    },
    {
      key: 'queues',
      header: words.queues,
      card: 'rest',
      cell: ({ queues }) =>
        queues.length > 0
          ? format.list(queues.map(({ titles }) => format.words(titles)))
          : quiet(words.noQueues),
    },
    ...(onEdit
      ? [
          {
            key: 'acts',
            header: words.change,
            card: 'figure' as const,
            align: 'end' as const,
            cell: (agent: SupportAgent) => (
              <IconButton icon="edit" label={`${words.edit}: ${agent.name}`} onClick={() => onEdit(agent)} />
            ),
          },
        ]
      : []),
  ];
}

import { useState } from 'react';
import type { z } from 'zod';
import type { QueueWay, queueWayList } from '../../../../server/modules/assignment/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { IconButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { ListSkeleton } from '../../../ui/skeletons.tsx';
import { useText } from '../text/index.ts';
import { WayDialog } from './way-dialog.tsx';

/** On the page of the queues: how each gives its tickets out. */
export function Part() {
  return (
    <div className="mt-6 max-w-3xl">
      <WaysCard />
    </div>
  );
}

export function WaysCard() {
  const { ways: words, team } = useText();
  const format = useFormat();
  const mayManage = useCan('assignment.team.manage');
  const { data } = useSideData<z.output<typeof queueWayList>>('/api/console/ticket-queue-ways', [
    'assignment.queue-set',
    'support.queue-defined',
  ]);
  const [editing, setEditing] = useState<QueueWay | null>(null);
  const toWhom = useToWhom();
  const titleOf = (name: string) => {
    const queue = data?.items.find((one) => one.queue === name);
    return queue ? format.words(queue.titles) : name;
  };
  const columns: Column<QueueWay>[] = [
    { key: 'queue', header: words.queue, card: 'title', cell: ({ titles }) => format.words(titles) },
    { key: 'way', header: words.way, card: 'when', cell: ({ way }) => words.names[way] },
    { key: 'to', header: words.to, card: 'rest', cell: (queue) => queue.way !== 'hand' && toWhom(queue) },
    {
      key: 'then',
      header: words.otherwise,
      card: 'rest',
      cell: ({ way, overflowTo, overflowMinutes }) =>
        way !== 'hand' &&
        (overflowTo === null || overflowMinutes === null
          ? words.waits
          : words.overflow(titleOf(overflowTo), words.minutes(overflowMinutes))),
    },
    ...(mayManage
      ? [
          {
            key: 'acts',
            header: team.change,
            card: 'figure' as const,
            align: 'end' as const,
            cell: (queue: QueueWay) => (
              <IconButton
                icon="edit"
                label={`${words.edit}: ${format.words(queue.titles)}`}
                onClick={() => setEditing(queue)}
              />
            ),
          },
        ]
      : []),
  ];
  return (
    <Card flush title={words.title}>
      {data ? (
        <DataTable
          caption={words.title}
          rows={data.items}
          columns={columns}
          rowKey={({ queue }) => queue}
          dense
        />
      ) : (
        <ListSkeleton />
      )}
      {editing && data && <WayDialog queue={editing} all={data.items} onClose={() => setEditing(null)} />}
    </Card>
  );
}

/** “2 people who know dns and the ticket’s language”. */
function useToWhom(): (queue: QueueWay) => string {
  const { ways: words } = useText();
  const format = useFormat();
  return ({ members, skills, matchLanguage, matchTags }) => {
    const needs = [...skills, ...(matchLanguage ? [words.language] : []), ...(matchTags ? [words.tags] : [])];
    const people = members.length > 0 ? words.people(members.length) : words.team;
    return needs.length > 0 ? `${people}, ${words.needs(format.list(needs))}` : people;
  };
}

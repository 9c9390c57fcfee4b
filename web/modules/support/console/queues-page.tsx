import { useState } from 'react';
import type { z } from 'zod';
import type { Queue, queueList } from '../../../../server/modules/support/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { Slot } from '../../../kernel/slots.tsx';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { useText } from '../text/desk.ts';
import { QueueDialog } from './queue-dialog.tsx';

const to = consolePaths;

/** Where tickets wait, by topic, and which topics clients may choose. */
export function Page() {
  const { queues: words, desk } = useText();
  const format = useFormat();
  const { items } = useData<z.output<typeof queueList>>(
    '/api/console/ticket-queues',
    'support.queue-defined',
  );
  const [editing, setEditing] = useState<Queue | 'new' | null>(null);
  const columns: Column<Queue>[] = [
    {
      key: 'name',
      header: words.name,
      card: 'title',
      cell: ({ titles }) => format.words(titles),
    },
    {
      key: 'short',
      header: words.address,
      card: 'when',
      cell: ({ name }) => <span className="text-muted">{name}</span>,
    },
    {
      key: 'offered',
      header: words.state,
      card: 'state',
      cell: ({ offered }) => (
        <StatusChip tone={offered ? 'good' : 'neutral'} icon={offered ? 'eye' : 'lock'}>
          {offered ? words.yes : words.no}
        </StatusChip>
      ),
    },
    {
      key: 'acts',
      header: words.change,
      card: 'figure',
      align: 'end',
      cell: (queue) => (
        <span className="relative z-1">
          <IconButton
            icon="edit"
            label={`${words.edit}: ${format.words(queue.titles)}`}
            onClick={() => setEditing(queue)}
          />
        </span>
      ),
    },
  ];
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: desk.title, to: to.tickets() }]}
        act={
          <Button icon="plus" wide onClick={() => setEditing('new')}>
            {words.add}
          </Button>
        }
      />
      <Card flush className="max-w-3xl">
        <DataTable
          caption={words.title}
          rows={items}
          columns={columns}
          rowKey={({ name }) => name}
          to={({ name }) => to.tickets({ queue: name, status: 'active' })}
          dense
        />
      </Card>
      <Slot name="queues.sections" with={{}} />
      {editing && (
        <QueueDialog
          queue={editing === 'new' ? null : editing}
          all={items}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}

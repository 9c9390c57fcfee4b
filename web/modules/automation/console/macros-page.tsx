import { useState } from 'react';
import type { z } from 'zod';
import type { Macro, macroList } from '../../../../server/modules/automation/contract.ts';
import type { agentList, queueList } from '../../../../server/modules/support/contract.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useText } from '../text/index.ts';
import { MacroDialog } from './macro-dialog.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { useActWords } from './use-names.ts';

const url = '/api/console/ticket-macros';

/** Several acts on a ticket under one name. */
export function Page() {
  const { macros: words, ticketsTitle } = useText();
  const { items } = useData<z.output<typeof macroList>>(url, 'automation.macro-');
  const [editing, setEditing] = useState<Macro | 'new' | null>(null);
  const [removing, setRemoving] = useState<Macro | null>(null);
  const columns = useColumns(setEditing);
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: ticketsTitle, to: consolePaths.tickets() }]}
        act={
          <Button icon="plus" wide onClick={() => setEditing('new')}>
            {words.add}
          </Button>
        }
      />
      <Card flush>
        {items.length === 0 ? (
          <EmptyState icon="bolt" title={words.empty}>
            {words.emptyHint}
          </EmptyState>
        ) : (
          <DataTable caption={words.title} rows={items} columns={columns} rowKey={({ id }) => id} dense />
        )}
      </Card>
      {editing && (
        <MacroDialog
          macro={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
          onRemove={(macro) => {
            setEditing(null);
            setRemoving(macro);
          }}
        />
      )}
      <RemoveDialog url={url} one={removing} words={words} onClose={() => setRemoving(null)} />
    </>
  );
}

function useColumns(onEdit: (macro: Macro) => void): Column<Macro>[] {
  const { macros: words, acts: actWords, whose, own, sharedShort, change } = useText();
  const format = useFormat();
  const inWords = useActWords();
  const agents = useData<z.output<typeof agentList>>('/api/console/tickets/agents').items;
  const queues = useData<z.output<typeof queueList>>('/api/console/ticket-queues').items;
  const whoIs = (assignee: string | undefined) => {
    if (assignee === 'me') return words.me;
    if (assignee === 'nobody') return words.nobody;
    return agents.find(({ id }) => id === assignee)?.name;
  };
  const queueName = (queue: string | undefined) => {
    const found = queues.find(({ name }) => name === queue);
    return found && format.words(found.titles);
  };
  return [
    {
      key: 'title',
      header: words.name,
      card: 'title',
      cell: ({ title }) => <span className="break-words">{title}</span>,
    },
    {
      key: 'does',
      header: words.does,
      card: 'rest',
      cell: ({ acts }) =>
        [
          ...inWords({ ...acts, assignee: whoIs(acts.assignee), queue: queueName(acts.queue) }),
          ...(acts.reply ? [actWords.reply] : []),
          ...(acts.note ? [actWords.note] : []),
        ].join(' · '),
    },
    { key: 'whose', header: whose, card: 'state', cell: ({ shared }) => (shared ? sharedShort : own) },
    {
      key: 'acts',
      header: change,
      card: 'figure',
      align: 'end',
      cell: (macro) => (
        <IconButton icon="edit" label={`${words.edit}: ${macro.title}`} onClick={() => onEdit(macro)} />
      ),
    },
  ];
}

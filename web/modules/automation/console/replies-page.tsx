import { useState } from 'react';
import type { z } from 'zod';
import type { CannedReply, folderList } from '../../../../server/modules/automation/contract.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import type { Column } from '../../../ui/data-table.tsx';
import { Select } from '../../../ui/inputs.tsx';
import { ListFilters } from '../../../ui/list-filters.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useText } from '../text/index.ts';
import { RemoveDialog } from './remove-dialog.tsx';
import { ReplyDialog } from './reply-dialog.tsx';

const url = '/api/console/canned-replies';

/** What agents answer often: everybody's and one's own. */
export function Page() {
  const { replies: words, ticketsTitle } = useText();
  const search = useSearch();
  const asked = useFiltered(url, ['whose', 'folder', 'q']);
  const list = useList<CannedReply>(asked.url, 'automation.reply-');
  const folders = useData<z.output<typeof folderList>>(`${url}/folders`, 'automation.reply-').items;
  const [editing, setEditing] = useState<CannedReply | 'new' | null>(null);
  const [removing, setRemoving] = useState<CannedReply | null>(null);
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
      <ListFilters
        search={words.search}
        name="whose"
        label={words.filter}
        first={words.all}
        choices={[
          { value: 'own', label: words.ownOnes },
          { value: 'shared', label: words.sharedOnes },
        ]}
      >
        {folders.length > 0 && (
          <div className="sm:w-52">
            <Select
              bare
              label={words.folder}
              name="folder"
              value={search.get('folder') ?? ''}
              onValue={(folder) => search.set({ folder: folder || null })}
              choices={[
                { value: '', label: words.anyFolder },
                ...folders.map((folder) => ({ value: folder, label: folder })),
              ]}
            />
          </div>
        )}
      </ListFilters>
      <ListTable
        list={list}
        asked={asked}
        empty={
          <EmptyState icon="list" title={words.empty}>
            {words.emptyHint}
          </EmptyState>
        }
        caption={words.title}
        columns={useColumns(setEditing)}
        rowKey={({ id }) => id}
        dense
      />
      {editing && !removing && (
        <ReplyDialog
          reply={editing === 'new' ? null : editing}
          folders={folders}
          onClose={() => setEditing(null)}
          onRemove={(reply) => {
            setEditing(null);
            setRemoving(reply);
          }}
        />
      )}
      <RemoveDialog url={url} one={removing} words={words} onClose={() => setRemoving(null)} />
    </>
  );
}

function useColumns(onEdit: (reply: CannedReply) => void): Column<CannedReply>[] {
  const { replies: words, whose, own, sharedShort, change } = useText();
  const format = useFormat();
  return [
    {
      key: 'title',
      header: words.name,
      card: 'title',
      cell: ({ title, texts }) => (
        <>
          <span className="block break-words">{title}</span>
          <span className="line-clamp-1 text-13 font-normal text-muted">{texts.id ?? texts.en}</span>
        </>
      ),
    },
    { key: 'folder', header: words.folder, card: 'when', cell: ({ folder }) => folder },
    {
      key: 'languages',
      header: words.languages,
      card: 'rest',
      cell: ({ texts }) =>
        format.list(
          (['id', 'en'] as const).filter((one) => texts[one] !== null).map((one) => words.language[one]),
        ),
    },
    { key: 'whose', header: whose, card: 'state', cell: ({ shared }) => (shared ? sharedShort : own) },
    {
      key: 'acts',
      header: change,
      card: 'figure',
      align: 'end',
      cell: (reply) => (
        <IconButton icon="edit" label={`${words.edit}: ${reply.title}`} onClick={() => onEdit(reply)} />
      ),
    },
  ];
}

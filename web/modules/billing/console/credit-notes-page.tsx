import type { CreditNoteItem } from '../../../../server/modules/billing/credit-contract.ts';
import { consolePaths as to } from '../../../kernel/console-paths.ts';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import type { Column } from '../../../ui/data-table.tsx';
import { NarrowedTo } from '../../../ui/list-filters.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useCreditNoteColumns } from '../shared/credit-note-columns.tsx';
import { useDeskText } from '../text/desk.ts';
import { useNoteText } from '../text/notes.ts';

export function Page() {
  const desk = useDeskText();
  const { creditNote: words } = useNoteText();
  const asked = useFiltered('/api/console/credit-notes', ['client'], ['client']);
  const list = useList<CreditNoteItem>(asked.url, 'billing.');
  const [note, ...rest] = useCreditNoteColumns();
  const columns: Column<CreditNoteItem>[] = [
    note!,
    { key: 'client', header: desk.client, card: 'rest', cell: (row) => row.client.name },
    ...rest,
  ];
  return (
    <>
      <PageHeader title={words.plural} crumbs={[{ label: desk.title, to: to.invoices() }]} />
      <NarrowedTo names={['client']} back={desk.allClients}>
        {list.items[0] && desk.onlyClient(list.items[0].client.name)}
      </NarrowedTo>
      <ListTable
        list={list}
        asked={asked}
        empty={
          <EmptyState icon="history" title={words.empty}>
            {words.emptyHint}
          </EmptyState>
        }
        caption={words.plural}
        columns={columns}
        rowKey={(row) => row.id}
        to={(row) => to.creditNote(row.id)}
        dense
      />
    </>
  );
}

import type { CreditNoteItem } from '../../../../server/modules/billing/credit-contract.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { ListTable } from '../../../ui/list-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useCreditNoteColumns } from '../shared/credit-note-columns.tsx';
import { useText } from '../text/index.ts';
import { useNoteText } from '../text/notes.ts';

export function Page() {
  const { list: lists } = useText();
  const { creditNote: words } = useNoteText();
  const { api, to } = useOrganization();
  const list = useList<CreditNoteItem>(`${api}/credit-notes`, 'billing.');
  return (
    <>
      <PageHeader
        title={words.plural}
        lead={words.lead}
        crumbs={[{ label: lists.title, to: to.invoices() }]}
      />
      <ListTable
        list={list}
        empty={
          <EmptyState icon="history" title={words.empty}>
            {words.emptyHint}
          </EmptyState>
        }
        caption={words.plural}
        columns={useCreditNoteColumns()}
        rowKey={(note) => note.id}
        to={(note) => to.creditNote(note.id)}
      />
    </>
  );
}

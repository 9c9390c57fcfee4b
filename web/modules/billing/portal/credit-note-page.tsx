import type { CreditNote } from '../../../../server/modules/billing/credit-contract.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { CreditNotePapers, CreditNoteSheet } from '../shared/credit-note-sheet.tsx';
import { useText } from '../text/index.ts';
import { useNoteText } from '../text/notes.ts';

export function Page({ creditNoteId }: { creditNoteId: string }) {
  const { list: lists } = useText();
  const { creditNote: words } = useNoteText();
  const { api, to } = useOrganization();
  const url = `${api}/credit-notes/${creditNoteId}`;
  const note = useData<CreditNote>(url, 'billing.');
  return (
    <>
      <PageHeader
        title={note.number ? words.title(note.number) : words.noun}
        crumbs={[
          { label: lists.title, to: to.invoices() },
          { label: words.plural, to: to.creditNotes() },
        ]}
        aside={<CreditNotePapers url={url} note={note} />}
      />
      <CreditNoteSheet note={note} invoicePath={to.invoice(note.invoice.id)} />
    </>
  );
}

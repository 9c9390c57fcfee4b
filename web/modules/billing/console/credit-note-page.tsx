import type { CreditNote } from '../../../../server/modules/billing/credit-contract.ts';
import { consolePaths as to } from '../../../kernel/console-paths.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useData } from '../../../kernel/query/use-data.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { CreditNotePapers, CreditNoteSheet } from '../shared/credit-note-sheet.tsx';
import { useDeskText } from '../text/desk.ts';
import { useNoteText } from '../text/notes.ts';

export function Page({ creditNoteId }: { creditNoteId: string }) {
  const desk = useDeskText();
  const { creditNote: words } = useNoteText();
  const url = `/api/console/credit-notes/${creditNoteId}`;
  const note = useData<CreditNote>(url, 'billing.');
  return (
    <>
      <PageHeader
        title={note.number ? words.title(note.number) : words.noun}
        crumbs={[
          { label: desk.title, to: to.invoices() },
          { label: words.plural, to: to.creditNotes() },
        ]}
        lead={<Link to={to.client(note.client.id)}>{note.client.name}</Link>}
        aside={<CreditNotePapers url={url} note={note} />}
      />
      <CreditNoteSheet note={note} invoicePath={to.invoice(note.invoice.id)} />
    </>
  );
}

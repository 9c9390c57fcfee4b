import type { CreditNote } from '../../../../server/modules/billing/credit-contract.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import type { Path } from '../../../kernel/paths.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { Card } from '../../../ui/card.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { MoreMenu } from '../../../ui/more-menu.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';
import { useNoteText } from '../text/notes.ts';

type Sum = CreditNote['total'];

/** What a credit note takes back, line by line, and what became of it. */
export function CreditNoteSheet({ note, invoicePath }: { note: CreditNote; invoicePath: Path }) {
  const { unnumbered } = useText();
  const { creditNote: words } = useNoteText();
  const credited = { ...note.total, amount: note.total.amount - note.settled.amount };
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem] print:block">
      <Card title={words.takenBack} flush>
        <Lines note={note} />
        <dl className="border-t border-line-strong px-4 py-3 text-body sm:px-5">
          <Row term={words.net} value={note.net} />
          {note.tax.amount > 0 && <Row term={words.tax} value={note.tax} />}
          <Row term={words.total} value={note.total} look="text-16 font-bold" />
        </dl>
      </Card>
      <Card>
        <DefinitionList
          facts={[
            {
              term: words.forInvoice,
              value: <Link to={invoicePath}>{note.invoice.number ?? unnumbered}</Link>,
            },
            { term: words.issuedOn, value: <Time value={note.issuedOn} style="date" /> },
            { term: words.reason, value: words.reasons[note.reason] },
            note.settled.amount > 0 && { term: words.settled, value: <MoneyText value={note.settled} /> },
            credited.amount > 0 && { term: words.credited, value: <MoneyText value={credited} /> },
            note.note !== '' && { term: words.note, value: note.note },
          ]}
        />
      </Card>
    </div>
  );
}

function Lines({ note }: { note: CreditNote }) {
  const format = useFormat();
  return (
    <ul className="divide-y divide-line text-body">
      {note.lines.map((line) => (
        <li key={line.position} className="flex justify-between gap-4 px-4 py-3 sm:px-5">
          <span className="min-w-0 break-words">{format.words(line.description)}</span>
          <span className="shrink-0 font-medium">
            <MoneyText value={line.net} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Row({ term, value, look = '' }: { term: string; value: Sum; look?: string }) {
  return (
    <div className={`flex justify-between gap-4 py-1 ${look}`}>
      <dt>{term}</dt>
      <dd>
        <MoneyText value={value} />
      </dd>
    </div>
  );
}

/** The ways to take it along. `url` is its API address. */
export function CreditNotePapers({ url, note }: { url: string; note: CreditNote }) {
  const { invoice: words } = useText();
  const text = useKernelText();
  const { download } = note.can;
  const reason = download === true ? null : reasonWords(download.no);
  const open = (lang: string) => location.assign(`${url}/document?lang=${lang}`);
  return (
    <MoreMenu
      label={text.moreActions}
      groups={[
        [
          { label: words.downloadId, icon: 'download', run: () => open('id'), reason },
          { label: words.downloadEn, icon: 'download', run: () => open('en'), reason },
          { label: words.print, icon: 'document', run: () => print() },
        ],
      ]}
    />
  );
}

import type { Statement } from '../../../../server/modules/billing/statement-contract.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import type { Path } from '../../../kernel/paths.ts';
import { useText } from '../text/index.ts';

/** Where invoices and credit notes are. */
export interface BookedPaths {
  invoice: (id: string) => Path;
  creditNote: (id: string) => Path;
}

/** What an entry of the ledger was, with the way to its invoice. */
export function BookedName({
  line,
  to,
}: {
  line: Omit<Statement['items'][number], 'change' | 'balance'>;
  to: BookedPaths;
}) {
  const { statement, above, unnumbered } = useText();
  const { invoice, creditNote, receipt } = line;
  const number = receipt ? receipt.number : creditNote ? creditNote.number : invoice?.number;
  return (
    <span className="block min-w-0">
      <span className="block">
        {statement.kinds[line.kind]}
        {invoice?.for && <span className="text-muted"> {above.forWhom(invoice.for)}</span>}
      </span>
      {(invoice || receipt) && (
        <span className="block text-13 text-muted">
          {invoice ? (
            <Link
              to={creditNote ? to.creditNote(creditNote.id) : to.invoice(invoice.id)}
              className="inline-block py-0.5"
            >
              {number ?? unnumbered}
            </Link>
          ) : (
            (number ?? unnumbered)
          )}
        </span>
      )}
    </span>
  );
}

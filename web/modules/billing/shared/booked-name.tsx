import type { Statement } from '../../../../server/modules/billing/contract.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import type { OrganizationPaths } from '../../../kernel/paths.ts';
import { useText } from '../text/index.ts';

/** What an entry of the ledger was, with the way to its invoice. */
export function BookedName({ line, to }: { line: Statement['items'][number]; to: OrganizationPaths }) {
  const { statement, unnumbered } = useText();
  const { invoice, receipt } = line;
  const number = receipt ? receipt.number : invoice?.number;
  return (
    <span className="block min-w-0">
      <span className="block">{statement.kinds[line.kind]}</span>
      {(invoice || receipt) && (
        <span className="block text-13 text-muted">
          {invoice ? (
            <Link to={to.invoice(invoice.id)} className="inline-block py-0.5">
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

import type { StaffInvoiceItem } from '../../../../server/modules/billing/contract.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import type { Page } from '../../../kernel/query/use-list.ts';
import { InvoiceRows } from '../shared/invoice-rows.tsx';
import { useDeskText } from '../text/desk.ts';
import { useText } from '../text/index.ts';

/** On a client's page in the console: the latest invoices. */
export function Part({ organizationId }: { organizationId: string }) {
  const words = useDeskText();
  const {
    ofService,
    credit: { title: credit },
  } = useText();
  const url = `/api/console/invoices?client=${organizationId}&limit=5`;
  const { data } = useSideData<Page<StaffInvoiceItem>>(url, 'billing.');
  return (
    <InvoiceRows
      title={words.ofClient}
      aside={
        <span className="flex flex-wrap gap-x-4 gap-y-2">
          <Link to={consolePaths.clientRehearsal(organizationId, { assumption: 'on_time' })}>
            {words.coming}
          </Link>
          <Link to={consolePaths.clientCredit(organizationId)}>{credit}</Link>
          <Link to={consolePaths.invoices({ client: organizationId })}>{ofService.all}</Link>
        </span>
      }
      none={words.emptyClient}
      invoices={data?.items}
      to={(id) => consolePaths.invoice(id)}
    />
  );
}

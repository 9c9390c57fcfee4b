import type { StaffInvoiceItem } from '../../../../server/modules/billing/contract.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { paths } from '../../../kernel/paths.ts';
import { type Page, useSideData } from '../../../kernel/query/use-data.ts';
import { InvoiceRows } from '../shared/invoice-rows.tsx';
import { useText } from '../text/index.ts';

/** On a client's page in the console: the latest invoices. */
export function Part({ organizationId }: { organizationId: string }) {
  const { desk: words, ofService } = useText();
  const url = `/api/console/invoices?client=${organizationId}&limit=5`;
  const { data } = useSideData<Page<StaffInvoiceItem>>(url, 'billing.');
  return (
    <InvoiceRows
      title={words.ofClient}
      aside={<Link to={paths.console.invoices({ client: organizationId })}>{ofService.all}</Link>}
      none={words.emptyClient}
      invoices={data?.items}
      to={(id) => paths.console.invoice(id)}
    />
  );
}

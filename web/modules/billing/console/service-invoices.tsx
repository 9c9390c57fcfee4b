import type { StaffInvoiceItem } from '../../../../server/modules/billing/contract.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import type { Page } from '../../../kernel/query/use-list.ts';
import { InvoiceRows } from '../shared/invoice-rows.tsx';
import { useText } from '../text/index.ts';

/** On a service's page in the console: what was invoiced for it. */
export function Part({ serviceId }: { serviceId: string }) {
  const { ofService: words } = useText();
  const url = `/api/console/invoices?limit=5&service=${serviceId}`;
  const { data } = useSideData<Page<StaffInvoiceItem>>(url, 'billing.');
  if (!data) return null;
  return (
    <InvoiceRows
      title={words.title}
      aside={<Link to={consolePaths.invoices()}>{words.all}</Link>}
      none={words.none}
      invoices={data.items}
      to={(id) => consolePaths.invoice(id)}
    />
  );
}

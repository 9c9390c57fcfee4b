import type { InvoiceItem } from '../../../../server/modules/billing/contract.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { type Page, useSideData } from '../../../kernel/query/use-data.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { InvoiceRows } from '../shared/invoice-rows.tsx';
import { useText } from '../text/index.ts';

/** On a service's page: what was invoiced for it. */
export function Part({ serviceId }: { serviceId: string }) {
  const { ofService: words } = useText();
  const { api, to } = useOrganization();
  const { data } = useSideData<Page<InvoiceItem>>(`${api}/invoices?limit=5&service=${serviceId}`, 'billing.');
  if (!data) return null;
  return (
    <InvoiceRows
      title={words.title}
      aside={<Link to={to.invoices()}>{words.all}</Link>}
      none={words.none}
      invoices={data.items}
      to={(id) => to.invoice(id)}
    />
  );
}

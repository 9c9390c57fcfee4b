import type {
  BillingSummary,
  InvoiceAbove,
  InvoiceItem,
} from '../../../../server/modules/billing/contract.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useSideData } from '../../../kernel/query/use-data.ts';
import type { Page } from '../../../kernel/query/use-list.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { InvoiceRows } from '../shared/invoice-rows.tsx';
import { useText } from '../text/index.ts';

/** On a service's page: what was invoiced for it. */
export function Part({ serviceId }: { serviceId: string }) {
  const { ofService: words, above: paidAbove } = useText();
  const { api, to } = useOrganization();
  const { data } = useSideData<Page<InvoiceItem>>(`${api}/invoices?limit=5&service=${serviceId}`, 'billing.');
  const { data: summary } = useSideData<BillingSummary>(`${api}/billing-summary`, 'billing.');
  const { data: above } = useSideData<Page<InvoiceAbove>>(
    summary?.paidAbove ? `${api}/invoices-above?limit=5&service=${serviceId}` : null,
    'billing.',
  );
  if (!data) return null;
  if (data.items.length === 0 && above && above.items.length > 0) {
    return (
      <InvoiceRows
        title={words.title}
        aside={<Link to={to.invoicesAbove()}>{paidAbove.link}</Link>}
        none={words.none}
        invoices={above.items.map((one) => ({ ...one, balance: one.total }))}
        to={() => to.invoicesAbove()}
      />
    );
  }
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

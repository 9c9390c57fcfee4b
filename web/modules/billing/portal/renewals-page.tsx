import { useOrganization } from '../../../kernel/session/organization.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { RenewalsTable } from '../shared/renewals-table.tsx';
import { useText } from '../text/index.ts';

export function Page() {
  const { renewals: words, list } = useText();
  const { api, to } = useOrganization();
  const mayOpen = useCan('services.service.read');
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} crumbs={[{ label: list.title, to: to.invoices() }]} />
      <RenewalsTable
        url={`${api}/upcoming-renewals`}
        documentUrl={(serviceId) => `${api}/upcoming-renewals/${serviceId}/document`}
        {...(mayOpen ? { to: ({ serviceId }: { serviceId: string }) => to.service(serviceId) } : {})}
      />
    </>
  );
}

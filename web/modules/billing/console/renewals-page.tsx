import { paths } from '../../../kernel/paths.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { RenewalsTable } from '../shared/renewals-table.tsx';
import { useText } from '../text/index.ts';

export function Page() {
  const { renewals: words, desk } = useText();
  return (
    <>
      <PageHeader
        title={desk.renewals}
        lead={words.lead}
        crumbs={[{ label: desk.title, to: paths.console.invoices() }]}
      />
      <RenewalsTable
        clients
        url="/api/console/upcoming-renewals"
        to={({ serviceId }) => paths.console.service(serviceId)}
      />
    </>
  );
}

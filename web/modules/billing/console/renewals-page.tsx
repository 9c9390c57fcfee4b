import { consolePaths } from '../../../kernel/console-paths.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { RenewalsTable } from '../shared/renewals-table.tsx';
import { useDeskText } from '../text/desk.ts';
import { useText } from '../text/index.ts';

export function Page() {
  const desk = useDeskText();
  const { renewals: words } = useText();
  return (
    <>
      <PageHeader
        title={desk.renewals}
        lead={words.lead}
        crumbs={[{ label: desk.title, to: consolePaths.invoices() }]}
      />
      <RenewalsTable
        clients
        url="/api/console/upcoming-renewals"
        to={({ serviceId }) => consolePaths.service(serviceId)}
      />
    </>
  );
}

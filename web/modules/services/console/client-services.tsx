import type { ClientServiceItem } from '../../../../server/modules/services/contract.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { paths } from '../../../kernel/paths.ts';
import { type Page, useSideData } from '../../../kernel/query/use-data.ts';
import { Card } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { ListSkeleton } from '../../../ui/skeletons.tsx';
import { useServiceColumns } from '../shared/service-columns.tsx';
import { useText } from '../text/index.ts';

const { console: to } = paths;

/** The services of one client, on the client's page. */
export function Part({ organizationId }: { organizationId: string }) {
  const { desk: words } = useText();
  const columns = useServiceColumns<ClientServiceItem>({ desk: true });
  const { data } = useSideData<Page<ClientServiceItem>>(
    `/api/console/services?organization=${organizationId}&limit=10`,
    ['services.', 'provisioning.'],
  );
  return (
    <Card
      flush
      title={words.title}
      aside={<Link to={to.services({ organization: organizationId })}>{words.seeAll}</Link>}
    >
      {!data ? (
        <ListSkeleton />
      ) : data.items.length === 0 ? (
        <p className="px-4 pb-4 text-body text-muted sm:px-5">{words.none}</p>
      ) : (
        <DataTable
          caption={words.title}
          rows={data.items}
          columns={columns}
          rowKey={(row) => row.id}
          to={(row) => to.service(row.id)}
          dense
        />
      )}
    </Card>
  );
}

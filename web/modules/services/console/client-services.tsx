import type { ClientServiceItem } from '../../../../server/modules/services/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import type { Page } from '../../../kernel/query/use-list.ts';
import { RecordCard } from '../../../ui/record-card.tsx';
import { useServiceName } from '../shared/service-columns.tsx';
import { ServiceState } from '../shared/service-state.tsx';
import { useText } from '../text/index.ts';

const to = consolePaths;

/** The services of one client, on the client's page. */
export function Part({ organizationId }: { organizationId: string }) {
  const { desk: words, per } = useText();
  const format = useFormat();
  const nameOf = useServiceName();
  const { data } = useSideData<Page<ClientServiceItem>>(
    `/api/console/services?organization=${organizationId}&limit=10`,
    ['services.', 'provisioning.'],
  );
  const rows = data?.items.map((service) => {
    const { name, more } = nameOf(service);
    const price = service.price.amount > 0 && `${format.money(service.price)} ${per[service.cycle]}`;
    return {
      id: service.id,
      to: to.service(service.id),
      title: name,
      detail: [more, price].filter(Boolean).join(' · '),
      state: <ServiceState service={service} desk />,
    };
  });
  return (
    <RecordCard
      title={words.title}
      aside={<Link to={to.services({ organization: organizationId })}>{words.seeAll}</Link>}
      none={words.none}
      rows={rows}
    />
  );
}

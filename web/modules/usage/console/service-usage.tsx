import type { ServiceUsage as Usage } from '../../../../server/modules/billing/next-contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { ServiceUsage } from '../shared/service-usage.tsx';

/** On a service's page: what it has used, where use of it costs something. */
export function Part({ serviceId }: { serviceId: string }) {
  const url = `/api/console/services/${serviceId}/usage`;
  const { locale } = useFormat();
  const { data } = useSideData<Usage>(url, [{ facts: 'services.', subject: serviceId }]);
  return data ? <ServiceUsage usage={data} file={`${url}/file?lang=${locale}`} /> : null;
}

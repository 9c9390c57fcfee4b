import type { ServiceUsage as Usage } from '../../../../server/modules/billing/next-contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { ServiceUsage } from '../shared/service-usage.tsx';
import { Alerts } from './alerts.tsx';

/** On a service's page: what it has used, where use of it costs something. */
export function Part({ serviceId }: { serviceId: string }) {
  const url = `${useOrganization().api}/services/${serviceId}/usage`;
  const { locale } = useFormat();
  const { data } = useSideData<Usage>(url, [{ facts: 'services.', subject: serviceId }]);
  if (!data?.period) return null;
  return (
    <ServiceUsage usage={data} file={`${url}/file?lang=${locale}`}>
      {data.meters.some(({ included }) => Number(included) > 0) && <Alerts url={`${url}/alerts`} />}
    </ServiceUsage>
  );
}

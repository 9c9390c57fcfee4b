import type { ServiceChanges } from '../../../../server/modules/orders/change-contract.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { OpenChange } from '../parts/open-change.tsx';
import { useText } from '../text/change.ts';

/** On a service in the console: the change that is under way, or the way to one. */
export function Part({ serviceId }: { serviceId: string }) {
  const words = useText();
  const mayChange = useCan('services.service.manage');
  const url = `/api/console/services/${serviceId}`;
  const { data } = useSideData<ServiceChanges>(`${url}/changes`, [
    { facts: 'orders.change', subject: serviceId },
    { facts: 'services.', subject: serviceId },
  ]);
  if (!data) return null;
  const open = data.items.find(({ closedAt }) => closedAt === null);
  if (!open && (data.can.change !== true || !mayChange)) return null;
  return (
    <Card title={words.card}>
      {open ? (
        <OpenChange change={open} url={url} pay={null} />
      ) : (
        <LinkButton weight="secondary" to={consolePaths.changeService(serviceId)}>
          {words.act}
        </LinkButton>
      )}
    </Card>
  );
}

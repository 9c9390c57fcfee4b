import type { ServiceChanges } from '../../../../server/modules/orders/change-contract.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { OpenChange } from '../parts/open-change.tsx';
import { useText } from '../text/change.ts';

/** On a service's page: the change that is under way, or the way to one. */
export function Part({ serviceId }: { serviceId: string }) {
  const words = useText();
  const { api, to } = useOrganization();
  const mayPay = useCan('billing.invoices.read');
  const url = `${api}/services/${serviceId}`;
  const { data } = useSideData<ServiceChanges>(`${url}/changes`, [
    { facts: 'orders.change', subject: serviceId },
    { facts: 'services.', subject: serviceId },
  ]);
  if (!data) return null;
  const open = data.items.find(({ closedAt }) => closedAt === null);
  if (!open && data.can.change !== true) return null;
  const pay = mayPay && open?.state === 'awaiting_payment' && open.invoiceId ? to.pay(open.invoiceId) : null;
  return (
    <Card title={words.card}>
      {open ? (
        <OpenChange change={open} url={url} pay={pay} />
      ) : (
        <div className="flex flex-col items-start gap-3">
          <p className="text-body text-muted">{words.cardHint}</p>
          <LinkButton weight="secondary" to={to.changeService(serviceId)}>
            {words.act}
          </LinkButton>
        </div>
      )}
    </Card>
  );
}

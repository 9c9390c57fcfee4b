import type { NextInvoice as Next } from '../../../../server/modules/billing/next-contract.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { NextInvoice } from '../shared/next-invoice.tsx';

/** On a service's page: the invoice that comes by itself next. */
export function Part({ serviceId }: { serviceId: string }) {
  const { data } = useSideData<Next>(`/api/console/services/${serviceId}/next-invoice`, [
    { facts: 'services.', subject: serviceId },
    { facts: 'orders.change', subject: serviceId },
  ]);
  return data ? <NextInvoice {...data} /> : null;
}

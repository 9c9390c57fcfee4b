import { registerSlot } from '../../../kernel/slots.tsx';

const need = 'support.ticket.read';

export function plugIn(): void {
  registerSlot('service.sections', {
    id: 'support/service-tickets',
    order: 40,
    need,
    data: ['/api/organizations/:organizationId/tickets?limit=5&service=:serviceId'],
    load: () => import('./service-tickets.tsx'),
  });
  registerSlot('invoice.sections', {
    id: 'support/invoice-tickets',
    order: 40,
    need,
    data: ['/api/organizations/:organizationId/tickets?limit=5&invoice=:invoiceId'],
    load: () => import('./invoice-tickets.tsx'),
  });
}

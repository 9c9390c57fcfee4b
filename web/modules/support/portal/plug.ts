import { registerSlot } from '../../../kernel/slots.tsx';

const need = 'support.ticket.use';

export function plugIn(): void {
  registerSlot('service.sections', {
    id: 'tickets',
    order: 40,
    need,
    load: () => import('./service-tickets.tsx'),
  });
  registerSlot('invoice.sections', {
    id: 'tickets',
    order: 40,
    need,
    load: () => import('./invoice-tickets.tsx'),
  });
}

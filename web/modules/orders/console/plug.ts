import { registerSlot } from '../../../kernel/slots.tsx';

export function plugIn(): void {
  registerSlot('client.sections', {
    id: 'orders/client-orders',
    order: 25,
    need: 'orders.read',
    load: () => import('./client-orders.tsx'),
  });
  registerSlot('service.sections', {
    id: 'orders/service-changes',
    order: 20,
    need: 'services.service.read',
    data: ['/api/console/services/:serviceId/changes'],
    words: 'orders/change',
    load: () => import('./service-changes.tsx'),
  });
}

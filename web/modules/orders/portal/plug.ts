import { registerSlot } from '../../../kernel/slots.tsx';

export function plugIn(): void {
  registerSlot('service.sections', {
    id: 'orders/service-changes',
    order: 20,
    need: 'services.service.read',
    data: ['/api/organizations/:organizationId/services/:serviceId/changes'],
    words: 'orders/change',
    load: () => import('./service-changes.tsx'),
  });
}

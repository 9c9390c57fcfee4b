import { registerSlot } from '../../../kernel/slots.tsx';

export function plugIn(): void {
  registerSlot('service.sections', {
    id: 'usage/service-usage',
    order: 8,
    need: 'services.service.read',
    data: ['/api/organizations/:organizationId/services/:serviceId/usage'],
    load: () => import('./service-usage.tsx'),
  });
}

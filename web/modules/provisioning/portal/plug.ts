import { registerSlot } from '../../../kernel/slots.tsx';

export function plugIn(): void {
  registerSlot('service.sections', {
    id: 'provisioning/setup',
    order: 10,
    need: 'provisioning.setup.read',
    data: ['/api/organizations/:organizationId/services/:serviceId/setup'],
    load: () => import('./setup.tsx'),
  });
}

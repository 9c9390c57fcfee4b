import { registerSlot } from '../../../kernel/slots.tsx';

export function plugIn(): void {
  registerSlot('service.sections', {
    id: 'pricing/coming-price',
    order: 5,
    need: 'services.service.read',
    data: ['/api/organizations/:organizationId/services/:serviceId/coming-price'],
    words: 'pricing/coming',
    load: () => import('./coming-price.tsx'),
  });
}
